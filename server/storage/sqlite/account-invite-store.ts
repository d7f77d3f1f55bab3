import type {
  AccountInviteStore,
  StoredAccountInvite,
} from "#server/storage/account-invite-store.ts";
import { organisationIdSchema } from "#shared/domain/ids.ts";
import { accountInviteSchema } from "#shared/domain/organisation.ts";
import { addAccount } from "./account-store.ts";
import { writeTogether } from "./queries.ts";
import type { Queries } from "./queries.ts";

const rowSchema = accountInviteSchema.strip();

/** Set-up links by the hash of their secret. */
export function createAccountInviteStore(queries: Queries): AccountInviteStore {
  return {
    add: (invite, atMs) =>
      writeTogether(queries, async (write) => {
        await write.deleteFrom("accountInvites").where("closesAtMs", "<=", atMs).execute();
        await write
          .insertInto("accountInvites")
          .values({ ...invite, createdAtMs: atMs })
          .execute();
      }),

    find: (secretHash, atMs) => findInvite(queries, secretHash, atMs),

    async listOf(organisationId, atMs) {
      const rows = await queries
        .selectFrom("accountInvites")
        .selectAll()
        .where("organisationId", "=", organisationId)
        .where("closesAtMs", ">", atMs)
        .orderBy("createdAtMs")
        .orderBy("accountInviteId")
        .execute();
      return rows.map((row) => rowSchema.parse(row));
    },

    async end(organisationId, accountInviteId) {
      await queries
        .deleteFrom("accountInvites")
        .where("organisationId", "=", organisationId)
        .where("accountInviteId", "=", accountInviteId)
        .execute();
    },

    use: (secretHash, newcomer, atMs) =>
      writeTogether(queries, async (write) => {
        const invite = await findInvite(write, secretHash, atMs);
        if (invite === null) return "link-ended";
        const { organisationId, role } = invite;
        if (!(await addAccount(write, { ...newcomer, organisationId, role }, atMs))) {
          return "name-taken";
        }
        await write.deleteFrom("accountInvites").where("secretHash", "=", secretHash).execute();
        return "joined";
      }),
  };
}

async function findInvite(
  queries: Queries,
  secretHash: string,
  atMs: number,
): Promise<StoredAccountInvite | null> {
  const row = await queries
    .selectFrom("accountInvites")
    .selectAll()
    .where("secretHash", "=", secretHash)
    .where("closesAtMs", ">", atMs)
    .executeTakeFirst();
  if (row === undefined) return null;
  const organisationId = organisationIdSchema.parse(row.organisationId);
  return { ...rowSchema.parse(row), organisationId, secretHash };
}
