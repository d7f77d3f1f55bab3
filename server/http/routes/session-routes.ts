import { createSessions } from "#server/identity/sessions.ts";
import { isSameSecret } from "#server/identity/tokens.ts";
import type { Account } from "#server/storage/stores.ts";
import { accountIdSchema } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Answered, Asked, HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createCookieAnswers, guestSession, guiderSession } from "#server/http/session-answers.ts";

type SessionRoutes = "readSession" | "endSession" | "setUp" | "signIn" | "signInToDemo";
type SignInRoutes = "setUp" | "signIn" | "signInToDemo";

/** Who this browser is; the first account; signing in and out. */
export function sessionRoutes(parts: HandlerParts): Pick<Handlers, SessionRoutes> {
  const { context, passwords, setUpLink } = parts;
  const { accounts } = context.stores;
  const sessions = createSessions(context);
  const cookies = createCookieAnswers(context);

  /** A new token for every sign-in; what the browser was before is over. */
  async function signedIn<Name extends SignInRoutes>(
    { visitor, response }: Pick<Asked<Name>, "visitor" | "response">,
    account: Account,
  ) {
    await sessions.end(visitor);
    cookies.give(response, await sessions.beginForAccount(account.accountId));
    return ok(guiderSession(account));
  }

  return {
    readSession: async ({ visitor }): Promise<Answered<"readSession">> => {
      const { principal, name } = visitor;
      if (principal.kind === "account" && principal.role === "guider" && name !== null) {
        const accountId = accountIdSchema.parse(principal.accountId);
        return ok(guiderSession({ accountId, name }));
      }
      return ok(guestSession(visitor) ?? { kind: "none", setUpDone: (await accounts.count()) > 0 });
    },

    endSession: async ({ visitor, body, response }) => {
      // A guest who leaves may come back on this device without a knock, unless others use it too.
      const forgetDevice = body.sharedComputer;
      const endCookie = forgetDevice || visitor.principal.kind !== "guest";
      const keepsWork = !forgetDevice && visitor.principal.kind === "account";
      if (endCookie) await sessions.end(visitor);
      cookies.takeAway(response, { keepsWork, forgetDevice, endCookie });
      return ok(null);
    },

    setUp: async (asked) => {
      const made = await setUpLink.use(asked.body.secret, asked.body);
      return made.ok ? await signedIn(asked, made.value) : made;
    },

    signIn: async (asked) => {
      const { name, password } = asked.body;
      const account = await accounts.findByName(name);
      const isRight = await passwords.isRight(password, account?.passwordHash ?? null);
      if (account === null || !isRight) return fail("wrong-name-or-password");
      return account.role === "guider" ? await signedIn(asked, account) : fail("forbidden");
    },

    signInToDemo: async (asked) => {
      const { DEMO_SECRET } = context.config;
      if (DEMO_SECRET === undefined) return fail("not-found");
      if (!isSameSecret(asked.body.secret, DEMO_SECRET)) return fail("not-found");
      const account = await accounts.first();
      return account === null ? fail("not-found") : await signedIn(asked, account);
    },
  };
}
