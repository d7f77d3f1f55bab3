import { z } from "zod";
import type { Account, AccountStore } from "#server/storage/account-store.ts";
import { accountIdSchema, organisationIdSchema } from "#shared/domain/ids.ts";
import type { AccountId } from "#shared/domain/ids.ts";
import { accountRoleSchema } from "#shared/domain/organisation.ts";
import { writeTogether } from "./queries.ts";
import type { Queries } from "./queries.ts";

const accountRowSchema = z.object({
  accountId: accountIdSchema,
  organisationId: organisationIdSchema,
  role: accountRoleSchema,
  name: z.string(),
  passwordHash: z.string(),
});

/** Accounts. Two names that differ only in capitals or in how an accent is encoded are one name. */
export function createAccountStore(queries: Queries): AccountStore {
  const byId = (accountId: AccountId) =>
    queries.selectFrom("accounts").selectAll().where("accountId", "=", accountId);
  return {
    async count() {
      const row = await queries
        .selectFrom("accounts")
        .select((sql) => sql.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return z.int().parse(row.count);
    },

    add: (account, atMs) => writeTogether(queries, (write) => addAccount(write, account, atMs)),

    async findByName(name) {
      const row = await queries
        .selectFrom("accounts")
        .selectAll()
        .where("nameKey", "=", nameKeyOf(name))
        .where("closedAtMs", "is", null)
        .executeTakeFirst();
      return row === undefined ? null : accountRowSchema.parse(row);
    },

    async setClosed(accountId, closedAtMs) {
      await queries
        .updateTable("accounts")
        .set({ closedAtMs })
        .where("accountId", "=", accountId)
        .execute();
    },

    async find(accountId) {
      const row = await byId(accountId).executeTakeFirst();
      return row === undefined ? null : accountRowSchema.parse(row);
    },

    async findOpen(accountId) {
      const row = await byId(accountId).where("closedAtMs", "is", null).executeTakeFirst();
      return row === undefined ? null : accountRowSchema.parse(row);
    },

    async first() {
      const row = await queries
        .selectFrom("accounts")
        .selectAll()
        .orderBy("createdAtMs")
        .orderBy("accountId")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : accountRowSchema.parse(row);
    },
  };
}

/** Adds an account, and its organisation when that is new; false when its name is taken. */
export async function addAccount(write: Queries, account: Account, atMs: number): Promise<boolean> {
  const nameKey = nameKeyOf(account.name);
  const taken = await write
    .selectFrom("accounts")
    .select("accountId")
    .where("nameKey", "=", nameKey)
    .executeTakeFirst();
  if (taken !== undefined) return false;
  await write
    .insertInto("organisations")
    .values({ organisationId: account.organisationId, createdAtMs: atMs })
    .onConflict((conflict) => conflict.column("organisationId").doNothing())
    .execute();
  await write
    .insertInto("accounts")
    .values({ ...account, nameKey, createdAtMs: atMs })
    .execute();
  return true;
}

function nameKeyOf(name: string): string {
  return name.trim().normalize("NFC").toLocaleLowerCase("en");
}
