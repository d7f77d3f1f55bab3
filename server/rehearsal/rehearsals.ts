import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { createAccessChanges } from "#server/access-changes.ts";
import type { AccessChange } from "#server/access-changes.ts";
import type { AppContext, Identity, Visitor } from "#server/context.ts";
import { standingOf } from "#server/identity/invite-window.ts";
import type { Lobby } from "#server/identity/lobby.ts";
import { hashSecret } from "#server/identity/tokens.ts";
import { logBroken } from "#server/realtime/open-door.ts";
import type { StoredReview } from "#server/storage/review-store.ts";
import type { StoredInvite } from "#server/storage/stores.ts";
import { inviteIdSchema } from "#shared/domain/ids.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { rehearsalRoot } from "#shared/protocol/rehearsal-routes.ts";
import type { Rehearsal } from "#shared/protocol/rehearsal-routes.ts";
import { clipFacts, linkFacts } from "./rehearsal-facts.ts";
import { createRehearsalBoardLog, createRehearsalStores } from "./rehearsal-stores.ts";

/**
 * A rehearsal is the whole server once more, in memory, at a path of its own: every door, rule and route of
 * it is the real one. It reads the journey and writes nothing of it. Only the browser in which its guider
 * is signed in may use it, for ten minutes, while the practitioner is not there.
 */
export interface Rehearsals {
  begin(
    reviewId: ReviewId,
    visitor: Visitor,
  ): Promise<Result<Rehearsal, "not-found" | "practitioner-here">>;
  end(reviewId: ReviewId): Promise<void>;
  /** Hands a request on to its rehearsal; false when the request is none of theirs. */
  takeRequest(request: IncomingMessage, response: ServerResponse): boolean;
  takeUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
}

/** A server as a rehearsal uses it: it never listens, it is handed its requests. */
export interface RehearsalHouse {
  readonly httpServer: Server;
  readonly lobby: Lobby;
  close(): Promise<void>;
}

/** How long a rehearsal lasts, and how long it stays when its page has gone. */
export const rehearsalLimits = { longestMs: 10 * 60_000, unusedMs: 90_000 } as const;

const checkEachMs = 5_000;

interface Running {
  readonly reviewId: ReviewId;
  readonly guiderSessionId: string;
  readonly endsAtMs: number;
  usedAtMs: number;
  readonly house: RehearsalHouse;
  readonly tell: (change: AccessChange) => void;
  readonly inviteId: StoredInvite["inviteId"];
}

const housePattern = new RegExp(
  `^${rehearsalRoot}/([0-9a-f-]{36})(/(?:api|m|yjs|socket\\.io)/.*)$`,
);

/** Opens houses with `openHouse`, which makes a server of the context it is given. */
export function createRehearsals(parts: {
  readonly context: AppContext;
  readonly identity: Pick<Identity, "identify">;
  readonly lobby: Pick<Lobby, "knocksOf" | "listen">;
  readonly openHouse: (context: AppContext) => RehearsalHouse;
}): Rehearsals {
  const { context, identity, lobby } = parts;
  const { access, clock, random, stores } = context;
  const running = new Map<string, Running>();
  const broke = logBroken(context.log, rehearsalRoot);

  async function endOne(id: string, one: Running): Promise<void> {
    if (!running.delete(id)) return;
    one.tell({ kind: "invite-revoked", inviteId: one.inviteId, reviewId: one.reviewId });
    await one.house.close();
  }

  async function endWhere(fits: (one: Running) => boolean): Promise<void> {
    const over = [...running].filter(([, one]) => fits(one));
    await Promise.all(over.map(([id, one]) => endOne(id, one)));
  }

  const endSoon = (fits: (one: Running) => boolean) => void endWhere(fits).catch(broke);

  function isKnockedAt({ reviewId, guiderId }: StoredReview): boolean {
    return lobby.knocksOf(guiderId).some((knock) => knock.reviewId === reviewId);
  }

  function open(id: string, review: StoredReview, invite: StoredInvite, sessionId: string): void {
    const { reviewId } = review;
    const inside = createAccessChanges();
    const seen = () => {
      const one = running.get(id);
      if (one !== undefined) one.usedAtMs = clock.nowMs();
    };
    const house = parts.openHouse({
      ...context,
      access: inside,
      stores: createRehearsalStores(stores, { review, invite, onUse: seen }),
      boardLog: createRehearsalBoardLog(context.boardLog, reviewId),
      rehearsal: {
        path: `${rehearsalRoot}/${id}`,
        isGuidersBrowser: async (request) =>
          (await identity.identify(request)).sessionId === sessionId,
      },
    });
    // The guider who rehearses has said by that that this knock may come in.
    house.lobby.listen((change) => {
      if (change.kind !== "guider") return;
      for (const { inviteId, knockId } of house.lobby.knocksOf(change.guiderId)) {
        house.lobby.answer(inviteId, knockId, "let-in").catch(broke);
      }
    });
    running.set(id, {
      reviewId,
      guiderSessionId: sessionId,
      endsAtMs: invite.closesAtMs,
      usedAtMs: clock.nowMs(),
      house,
      tell: (change) => inside.announce(change),
      inviteId: invite.inviteId,
    });
  }

  async function begin(
    reviewId: ReviewId,
    { sessionId }: Visitor,
  ): Promise<Result<Rehearsal, "not-found" | "practitioner-here">> {
    const review = await stores.reviews.find(reviewId);
    const journey = review === null ? null : await stores.journeys.read(review.journeyId);
    if (review === null || journey === null || sessionId === null) return fail("not-found");
    const nowMs = clock.nowMs();
    const invites = (await stores.invites.listOfReview(reviewId)).filter(
      ({ role }) => role === "practitioner",
    );
    const link = linkFacts(invites, review, nowMs);
    const hasSeat = invites.some(
      (one) => one.boundSessionId !== null && standingOf(one, review, nowMs) === "open",
    );
    if (hasSeat || isKnockedAt(review)) return fail("practitioner-here");
    await endWhere((one) => one.reviewId === reviewId || one.guiderSessionId === sessionId);

    const id = random.uuid();
    const secret = random.secret();
    const name = invites.at(-1)?.name ?? journey.practitionerName;
    const endsAtMs = nowMs + rehearsalLimits.longestMs;
    open(
      id,
      review,
      {
        inviteId: inviteIdSchema.parse(random.uuid()),
        reviewId,
        name,
        role: "practitioner",
        secretHash: hashSecret(secret),
        opensAtMs: nowMs,
        closesAtMs: endsAtMs,
        boundSessionId: null,
        revokedAtMs: null,
      },
      sessionId,
    );
    return ok({
      path: `${rehearsalRoot}/${id}`,
      secret,
      endsAtMs,
      journeyId: review.journeyId,
      practitionerName: name,
      startsAtMs: review.startsAtMs,
      link,
      clips: await clipFacts(stores.clips, reviewId),
    });
  }

  /** Whose request this is, with the address changed to the one inside; null when it is nobody's. */
  function houseOf(request: IncomingMessage): RehearsalHouse | null {
    const [, id = "", inside] = housePattern.exec(request.url ?? "") ?? [];
    if (inside === undefined) return null;
    const one = running.get(id);
    if (one !== undefined && !isOver(one)) {
      request.url = inside;
      return one.house;
    }
    request.url = "/api/over"; // answered like anything that is not there
    return null;
  }

  function isOver({ endsAtMs, usedAtMs }: Running): boolean {
    const nowMs = clock.nowMs();
    return nowMs >= endsAtMs || nowMs - usedAtMs > rehearsalLimits.unusedMs;
  }

  /** What ends rehearsals, and what has to be known inside. */
  function follow(change: AccessChange): void {
    switch (change.kind) {
      case "session-ended":
        return endSoon((one) => one.guiderSessionId === change.sessionId);
      case "review-ended":
      case "let-in":
        return endSoon((one) => one.reviewId === change.reviewId);
      case "clips-changed":
      case "notes-changed":
      case "practitioner-first":
      case "review-locked":
        for (const one of running.values()) one.tell(change);
        return undefined;
      default:
        return undefined;
    }
  }

  const stops = [
    access.listen(follow),
    lobby.listen((change) => {
      if (change.kind !== "guider") return;
      const knocked = new Set(lobby.knocksOf(change.guiderId).map(({ reviewId }) => reviewId));
      endSoon((one) => knocked.has(one.reviewId));
    }),
  ];
  const checking = setInterval(() => endSoon(isOver), checkEachMs).unref();

  return {
    begin,
    end: (reviewId) => endWhere((one) => one.reviewId === reviewId),
    takeRequest: (request, response) => {
      const house = houseOf(request);
      return house?.httpServer.emit("request", request, response) ?? false;
    },
    takeUpgrade: (request, socket, head) => {
      const house = houseOf(request);
      return house?.httpServer.emit("upgrade", request, socket, head) ?? false;
    },
    close: async () => {
      clearInterval(checking);
      for (const stop of stops) stop();
      await endWhere(() => true);
    },
  };
}
