import { createSessions } from "#server/identity/sessions.ts";
import { isSameSecret } from "#server/identity/tokens.ts";
import { accountIdSchema } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Answered, HandlerParts, Handlers } from "#server/http/handlers.ts";
import { accountSession, createCookieAnswers, guestSession } from "#server/http/session-answers.ts";
import { createSignIn } from "#server/http/sign-in.ts";

type SessionRoutes = "readSession" | "endSession" | "setUp" | "signIn" | "signInToDemo";

/** Who this browser is; the first account; signing in and out. */
export function sessionRoutes(parts: HandlerParts): Pick<Handlers, SessionRoutes> {
  const { context, passwords, setUpLink } = parts;
  const { accounts } = context.stores;
  const sessions = createSessions(context);
  const cookies = createCookieAnswers(context);
  const signedIn = createSignIn(context);

  return {
    readSession: async ({ visitor }): Promise<Answered<"readSession">> => {
      const { principal, name } = visitor;
      if (principal.kind === "account" && name !== null) {
        const accountId = accountIdSchema.parse(principal.accountId);
        return ok(accountSession({ accountId, name, role: principal.role }));
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
      return await signedIn(asked, account);
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
