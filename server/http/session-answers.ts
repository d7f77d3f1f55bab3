import type { Response } from "express";
import type { Config } from "#server/config.ts";
import type { AppContext, Visitor } from "#server/context.ts";
import { createSessionCookie } from "#server/identity/session-cookie.ts";
import type { NewSession } from "#server/identity/sessions.ts";
import type { Account } from "#server/storage/account-store.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import type { Session } from "#shared/protocol/session.ts";

/** Gives the browser its cookie and takes it away again. */
export interface CookieAnswers {
  give(response: Response, session: NewSession): void;
  /** Clears what the browser keeps of us. */
  takeAway(response: Response, options: LeavingOptions): void;
}

/** What goes with somebody who leaves. */
export interface LeavingOptions {
  /** Films and clips in the making lie in the guider's browser alone: they stay until they are removed. */
  readonly keepsWork: boolean;
  readonly forgetDevice: boolean;
  readonly endCookie: boolean;
}

/** Whose cookies these are. */
export interface CookieContext extends Pick<AppContext, "rehearsal"> {
  readonly config: Pick<Config, "PUBLIC_URL">;
}

/** The cookie and `Clear-Site-Data` of leaving. What a guider's browser keeps outlives a rehearsal in it. */
export function createCookieAnswers({ config, rehearsal }: CookieContext): CookieAnswers {
  const cookie = createSessionCookie(config, rehearsal);
  return {
    give: (response, { token, maxAgeMs }) => {
      response.append("Set-Cookie", cookie.write(token, maxAgeMs));
    },
    takeAway: (response, { keepsWork, forgetDevice, endCookie }) => {
      const cleared = [
        '"cache"',
        ...(keepsWork ? [] : ['"storage"']),
        ...(forgetDevice ? ['"cookies"'] : []),
      ];
      if (rehearsal === undefined) response.setHeader("Clear-Site-Data", cleared.join(", "));
      if (endCookie) response.append("Set-Cookie", cookie.clear());
    },
  };
}

/** Somebody signed in, as the page is told of it. */
export function accountSession({
  accountId,
  name,
  role,
}: Pick<Account, "accountId" | "name" | "role">): Session {
  return role === "guider"
    ? { kind: "guider", accountId, name }
    : { kind: "staff", accountId, name, role };
}

/** A guest as the page is told of it; null for anybody who is none. */
export function guestSession({ principal, name }: Visitor): Session | null {
  if (principal.kind !== "guest" || name === null) return null;
  const { role, seat, ownJourneyId } = principal;
  const reviewId = reviewIdSchema.parse(principal.reviewId);
  return { kind: "guest", reviewId, name, role, seat, ownJourneyId };
}
