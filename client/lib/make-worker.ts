interface AddressPolicy {
  createScriptURL(address: string): string;
}

/** Where there are Trusted Types; their types do not come with the compiler's. */
interface TrustingPage {
  readonly trustedTypes?: {
    createPolicy(name: string, policy: AddressPolicy): AddressPolicy;
  };
}

const ownWorker: AddressPolicy = { createScriptURL: ownWorkerAddress };
let policy: AddressPolicy | null = null;

/**
 * Starts a worker of ours from what `import address from "./x-worker.ts?worker&url"` gives. The page's one
 * Trusted Types policy lets nothing else run: no other origin, no blob, no file outside the built ones.
 */
export function makeWorker(address: string): Worker {
  const page = globalThis as unknown as TrustingPage; // or it has no such thing: looked for below
  policy ??= page.trustedTypes?.createPolicy("sameframe-worker", ownWorker) ?? ownWorker;
  return new Worker(policy.createScriptURL(address), { type: "module" });
}

/** The address itself when it is a built file of our own; anything else is refused by throwing. */
export function ownWorkerAddress(address: string): string {
  const url = new URL(address, location.href);
  const isOwn = url.origin === location.origin && /^\/assets\/[\w.-]+\.js$/.test(url.pathname);
  if (!isOwn) throw new TypeError("not a worker of ours");
  return url.href;
}
