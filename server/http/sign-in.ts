import type { Response } from "express";
import type { Visitor } from "#server/context.ts";
import type { HandlerParts } from "#server/http/handlers.ts";
import { accountSession, createCookieAnswers } from "#server/http/session-answers.ts";
import { createSessions } from "#server/identity/sessions.ts";
import type { Account } from "#server/storage/account-store.ts";
import { ok } from "#shared/lib/result.ts";
import type { Session } from "#shared/protocol/session.ts";

/** Signs a browser in and answers who it is now. */
export type SignIn = (
  asked: { readonly visitor: Visitor; readonly response: Response },
  account: Account,
) => Promise<{ readonly ok: true; readonly value: Session }>;

/** A new token for every sign-in; what the browser was before is over. */
export function createSignIn(context: HandlerParts["context"]): SignIn {
  const sessions = createSessions(context);
  const cookies = createCookieAnswers(context);
  return async ({ visitor, response }, account) => {
    await sessions.end(visitor);
    cookies.give(response, await sessions.beginForAccount(account.accountId));
    return ok(accountSession(account));
  };
}
