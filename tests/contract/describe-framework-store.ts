import { describe, expect, it } from "vitest";
import { defaultFramework } from "#shared/board/framework.ts";
import { buildAccount, morningMs, newId } from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

/** What every store of the organisations' words does. */
export function describeFrameworkStore(engine: string, makeStores: MakeStores): void {
  describe(`words for attunement in ${engine}`, () => {
    const withoutFirst = defaultFramework.families.map((family) => ({
      ...family,
      labels: family.labels.slice(1),
    }));

    async function makeOrganisation() {
      const { accounts, frameworks } = await makeStores();
      const account = buildAccount();
      await accounts.add(account, morningMs);
      return { frameworks, organisationId: account.organisationId };
    }

    it("begins with ours", async () => {
      const { frameworks, organisationId } = await makeOrganisation();

      expect(await frameworks.read(organisationId)).toEqual(defaultFramework);
      expect(await frameworks.read(newId.organisation())).toEqual(defaultFramework);
    });

    it("[BD60] keeps what was set, and what was taken away, over several changes", async () => {
      const { frameworks, organisationId } = await makeOrganisation();

      const first = await frameworks.replace(organisationId, withoutFirst);
      expect(await frameworks.read(organisationId)).toEqual(first);
      const second = await frameworks.replace(
        organisationId,
        withoutFirst.map((family) => ({ ...family, labels: family.labels.slice(1) })),
      );

      expect(await frameworks.read(organisationId)).toEqual(second);
      expect(first.removed).toHaveLength(6);
      expect(second.removed).toHaveLength(12);
    });

    it("keeps nothing for an organisation that is not there", async () => {
      const { frameworks } = await makeStores();

      await expect(frameworks.replace(newId.organisation(), withoutFirst)).rejects.toThrow(
        /constraint/i,
      );
    });
  });
}
