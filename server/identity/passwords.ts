import { hash, verify } from "@node-rs/argon2";

/** argon2id (the package's default kind), 19 MiB, two passes: about 65 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes of passwords and their comparison. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for an unknown person (null) too, after the same work, so that time does not tell names. */
  isRight(password: string, passwordHash: string | null): Promise<boolean>;
}

/** The hash a stranger's password is compared with is made once, from nothing anybody knows. */
export function createPasswords(unguessable: string): Passwords {
  const strangersHash = hash(unguessable, cost);
  strangersHash.catch(() => {}); // reported where it is awaited
  return {
    hash: (password) => hash(password, cost),
    isRight: async (password, passwordHash) => {
      const isSame = await verify(passwordHash ?? (await strangersHash), password);
      return isSame && passwordHash !== null;
    },
  };
}
