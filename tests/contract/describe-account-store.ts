import { describe, expect, it } from "vitest";
import { buildAccount, morningMs, newId } from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

/** What every store of accounts does. */
export function describeAccountStore(engine: string, makeStores: MakeStores): void {
  describe(`accounts in ${engine}`, () => {
    it("gives back an account as it was added, by name and by id", async () => {
      const { accounts } = await makeStores();
      const account = buildAccount({ name: "Nadia" });

      const added = await accounts.add(account, morningMs);

      expect(added).toBe(true);
      expect(await accounts.findByName("Nadia")).toEqual(account);
      expect(await accounts.find(account.accountId)).toEqual(account);
    });

    it("[JN93] finds nobody to sign in by a closed account until it is opened again", async () => {
      const { accounts } = await makeStores();
      const account = buildAccount({ name: "Nadia" });
      await accounts.add(account, morningMs);

      await accounts.setClosed(account.accountId, morningMs);

      expect(await accounts.findByName("Nadia")).toBeNull();
      expect(await accounts.findOpen(account.accountId)).toBeNull();
      expect(await accounts.find(account.accountId)).toEqual(account);
      expect(await accounts.add(buildAccount({ name: "Nadia" }), morningMs)).toBe(false);
      await accounts.setClosed(account.accountId, null);
      expect(await accounts.findOpen(account.accountId)).toEqual(account);
    });

    it("[ST16] takes names that differ only in capitals or encoding of accents for one", async () => {
      const { accounts } = await makeStores();
      const account = buildAccount({ name: "Zo\u00eb" });
      await accounts.add(account, morningMs);

      const addedAgain = await accounts.add(buildAccount({ name: "ZOE\u0308" }), morningMs);

      expect(addedAgain).toBe(false);
      expect(await accounts.count()).toBe(1);
      expect(await accounts.findByName(" zoe\u0308 ")).toEqual(account);
    });

    it("keeps two accounts of one organisation", async () => {
      const { accounts } = await makeStores();
      const organisationId = newId.organisation();

      await accounts.add(buildAccount({ organisationId }), morningMs);
      await accounts.add(buildAccount({ organisationId }), morningMs + 1);

      expect(await accounts.count()).toBe(2);
    });

    it("finds nobody where there is nobody", async () => {
      const { accounts } = await makeStores();

      expect(await accounts.count()).toBe(0);
      expect(await accounts.first()).toBeNull();
      expect(await accounts.find(newId.account())).toBeNull();
      expect(await accounts.findByName("Nadia")).toBeNull();
    });

    it("knows the account that came first", async () => {
      const { accounts } = await makeStores();
      const first = buildAccount();
      await accounts.add(first, morningMs);
      await accounts.add(buildAccount(), morningMs + 1);

      expect(await accounts.first()).toEqual(first);
    });

    it("[ST1] refuses a password that is not an argon2id hash", async () => {
      const { accounts } = await makeStores();

      const adding = accounts.add(buildAccount({ passwordHash: "correct horse" }), morningMs);

      await expect(adding).rejects.toThrow(/constraint/i);
      expect(await accounts.count()).toBe(0);
    });
  });
}
