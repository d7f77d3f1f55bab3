import { frameworkOf } from "#server/http/framework-of.ts";
import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { accountIdSchema } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";

/** The words for attunement of the asking guider's organisation. */
export function frameworkRoutes({
  context: { stores },
}: HandlerParts): Pick<Handlers, "readFramework" | "setFramework"> {
  return {
    readFramework: async ({ visitor: { principal } }) => {
      if (principal.kind !== "account") return fail("forbidden");
      return ok(await frameworkOf(stores, accountIdSchema.parse(principal.accountId)));
    },

    setFramework: async ({ visitor: { principal }, body }) => {
      if (principal.kind !== "account") return fail("forbidden");
      const account = await stores.accounts.find(accountIdSchema.parse(principal.accountId));
      if (account === null) return fail("not-found");
      return ok(await stores.frameworks.replace(account.organisationId, body.families));
    },
  };
}
