import { describe, expect, it } from "vitest";
import type { StoredAccountInvite } from "#server/storage/account-invite-store.ts";
import { ourKeeping } from "#shared/domain/organisation.ts";
import type { Organisation } from "#shared/domain/organisation.ts";
import { buildAccount, morningMs, newId, newSecretHash } from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

const ours: Organisation = {
  name: "",
  ...ourKeeping,
  keptLongerWhy: "",
  safeguardingContact: "",
  language: "en",
};
const hourMs = 3_600_000;

/** What every store of organisations, and of set-up links for colleagues, does. */
export function describeOrganisationStore(engine: string, makeStores: MakeStores): void {
  async function makeOrganisation() {
    const stores = await makeStores();
    const first = buildAccount();
    await stores.accounts.add(first, morningMs);
    const { organisationId } = first;
    const invite: StoredAccountInvite = {
      accountInviteId: newId.accountInvite(),
      organisationId,
      name: "Priya",
      role: "orgAdmin",
      secretHash: newSecretHash(),
      closesAtMs: morningMs + hourMs,
    };
    return { ...stores, first, organisationId, invite };
  }
  const newcomer = () => {
    const { accountId, name, passwordHash } = buildAccount();
    return { accountId, name, passwordHash };
  };

  describe(`organisations in ${engine}`, () => {
    it("begins with our settings and keeps those that were set, for this organisation alone", async () => {
      const { organisations, accounts, organisationId } = await makeOrganisation();
      const other = buildAccount();
      await accounts.add(other, morningMs);
      const settings = { ...ours, name: "Birch Lane", clipsKeptDays: 14 };

      expect(await organisations.read(organisationId)).toEqual(ours);
      await organisations.set(organisationId, settings);

      expect(await organisations.read(organisationId)).toEqual(settings);
      expect(await organisations.read(other.organisationId)).toEqual(ours);
      expect(await organisations.read(newId.organisation())).toBeNull();
    });

    it("[JN75] names whoever signs in there, without their password, and nobody of another organisation", async () => {
      const { organisations, accounts, first, organisationId } = await makeOrganisation();
      const second = buildAccount({ organisationId, role: "safeguardingLead" });
      await accounts.add(second, morningMs + 1);
      await accounts.add(buildAccount(), morningMs + 2);

      expect(await organisations.colleaguesOf(organisationId)).toEqual(
        [first, second].map(({ accountId, name, role }) => ({
          accountId,
          name,
          role,
          isClosed: false,
        })),
      );
    });
  });

  describe(`set-up links for colleagues in ${engine}`, () => {
    it("[JN76] makes one account of the link's organisation and role, however many use it at once", async () => {
      const { accountInvites, accounts, organisationId, invite } = await makeOrganisation();
      await accountInvites.add(invite, morningMs);
      const people = [newcomer(), newcomer()];

      const outcomes = await Promise.all(
        people.map((person) => accountInvites.use(invite.secretHash, person, morningMs + 1)),
      );

      expect(outcomes.toSorted()).toEqual(["joined", "link-ended"]);
      const joined = people[outcomes.indexOf("joined")];
      expect(joined).toBeDefined();
      if (joined === undefined) return;
      expect(await accounts.find(joined.accountId)).toEqual({
        ...joined,
        organisationId,
        role: "orgAdmin",
      });
      expect(await accounts.count()).toBe(2);
      expect(await accountInvites.listOf(organisationId, morningMs + 1)).toEqual([]);
    });

    it("[JN76] leaves the link and makes nobody when the name is taken", async () => {
      const { accountInvites, accounts, first, invite } = await makeOrganisation();
      await accountInvites.add(invite, morningMs);
      const person = { ...newcomer(), name: first.name.toUpperCase() };

      const outcome = await accountInvites.use(invite.secretHash, person, morningMs + 1);

      expect(outcome).toBe("name-taken");
      expect(await accounts.find(person.accountId)).toBeNull();
      expect(await accountInvites.find(invite.secretHash, morningMs + 1)).toEqual(invite);
    });

    it("[JN76] finds, lists and uses no link from its last instant on", async () => {
      const { accountInvites, organisationId, invite } = await makeOrganisation();
      await accountInvites.add(invite, morningMs);
      const { organisationId: _organisation, secretHash, ...shown } = invite;

      expect(await accountInvites.listOf(organisationId, invite.closesAtMs - 1)).toEqual([shown]);
      expect(await accountInvites.listOf(organisationId, invite.closesAtMs)).toEqual([]);
      expect(await accountInvites.find(secretHash, invite.closesAtMs)).toBeNull();
      expect(await accountInvites.use(secretHash, newcomer(), invite.closesAtMs)).toBe(
        "link-ended",
      );
    });

    it("[JN76] ends a link of the organisation that made it and of no other", async () => {
      const { accountInvites, organisationId, invite } = await makeOrganisation();
      await accountInvites.add(invite, morningMs);

      await accountInvites.end(newId.organisation(), invite.accountInviteId);
      expect(await accountInvites.listOf(organisationId, morningMs)).toHaveLength(1);
      await accountInvites.end(organisationId, invite.accountInviteId);

      expect(await accountInvites.find(invite.secretHash, morningMs)).toBeNull();
      expect(await accountInvites.listOf(organisationId, morningMs)).toEqual([]);
    });
  });
}
