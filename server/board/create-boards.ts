import type { WebSocket } from "ws";
import type { AccessChange } from "#server/access-changes.ts";
import { findBoardAccess, stateAfter, takesSeatAway } from "./board-access.ts";
import type { BoardAccess } from "./board-access.ts";
import { addAimTo, holdMoment, pin, removeAim, setStill } from "./board-commands.ts";
import { BoardConnection } from "./board-connection.ts";
import { createBoardGate, turnAway } from "./board-gate.ts";
import type { BoardAddress } from "./board-gate.ts";
import { BoardRegistry } from "./board-registry.ts";
import type { AppContext, Boards, Identity } from "#server/context.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { can } from "#shared/domain/permissions.ts";
import type { ReviewState } from "#shared/domain/permissions.ts";
import { fail, ok } from "#shared/lib/result.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";

/** Both sides of a board's socket notice within six seconds that it is dead: see `checkAlive`. */
const beatEveryMs = 1_000;
const checkEveryMs = 30_000;
const connectionsPerBoard = 20;

/** The boards of all reviews: their sockets, their words on disk, and what is opened on them. */
export function createBoards(context: AppContext, identity: Identity): Boards {
  const connections = new Set<BoardConnection>();
  const writtenListeners = new Set<Parameters<Boards["onWritten"]>[0]>();
  const focusListeners = new Set<Parameters<Boards["onFocus"]>[0]>();
  let isFrozenInStore = (_reviewId: ReviewId) => Promise.resolve(false);
  const registry = new BoardRegistry(context, {
    isFrozen: (reviewId) => isFrozenInStore(reviewId),
    onWritten: (reviewId, who) => tellEach(writtenListeners, reviewId, who),
    onFocus: (reviewId) => tellEach(focusListeners, reviewId, "written"),
  });

  function tellEach<News>(
    listeners: Iterable<(reviewId: ReviewId, news: News) => void>,
    reviewId: ReviewId,
    news: News,
  ): void {
    for (const listener of listeners) {
      try {
        listener(reviewId, news);
      } catch (error) {
        context.log.error({ reviewId, err: error }, "a listener to the board failed");
      }
    }
  }

  const gate = createBoardGate({
    config: context.config,
    access: context.access,
    identity,
    prepare: async (reviewId) => void (await registry.open(reviewId)),
    enter,
    onError: (error) => context.log.error({ err: error }, "board socket not opened"),
  });

  function enter(socket: WebSocket, address: BoardAddress, access: BoardAccess): void {
    const board = registry.loaded(address.reviewId);
    if (access.kind === "out") return turnAway(socket, access.code);
    if (board === null) return turnAway(socket, boardCloseCodes.goingAway); // let go meanwhile: come back
    if (address.epoch !== null && address.epoch !== board.epoch) {
      return turnAway(socket, boardCloseCodes.epochChanged);
    }
    if (board.members.size >= connectionsPerBoard) {
      return turnAway(socket, boardCloseCodes.tooMuch);
    }
    const connection = new BoardConnection(socket, access.seat, access.canWrite, {
      board,
      log: context.log,
      monotonicMs: context.clock.serverNowMs,
    });
    connections.add(connection);
    socket.once("close", () => connections.delete(connection));
  }

  function follow(change: AccessChange): void {
    const review = stateAfter(change);
    for (const connection of connections) {
      if (takesSeatAway(change, connection.seat)) connection.close(boardCloseCodes.revoked);
      else if (review?.reviewId === connection.seat.reviewId) adjust(connection, review.state);
    }
  }

  /** Applies a new state of the review at once, without asking the store. */
  function adjust(connection: BoardConnection, state: ReviewState): void {
    const { principal, journeyId, guiderId, reviewId } = connection.seat;
    const review = { id: reviewId, state };
    // While people are in its review, a journey does not end.
    const thing = { kind: "owned", journeyId, guiderId, journeyEnded: false, review } as const;
    connection.canWrite = can(principal, "board:write", thing);
    if (!can(principal, "board:read", thing)) connection.close(boardCloseCodes.ended);
  }

  async function checkAgain(connection: BoardConnection): Promise<void> {
    const { tokenHash, reviewId, tabId, participantId } = connection.seat;
    const visitor = await identity.identifySession(tokenHash);
    const access = await findBoardAccess(identity, visitor, reviewId, tabId);
    const { ended, revoked } = boardCloseCodes;
    if (access.kind === "out") connection.close(access.code === ended ? ended : revoked);
    else if (access.seat.participantId !== participantId) connection.close(boardCloseCodes.revoked);
    else connection.canWrite = access.canWrite;
  }

  async function checkEverybody(): Promise<void> {
    for (const connection of connections) await checkAgain(connection);
    await registry.tidy();
  }

  const beat = setInterval(() => {
    for (const connection of connections) connection.checkAlive();
    for (const board of registry.all()) {
      board.members.tellAlive();
      board.restWhenIdle();
    }
  }, beatEveryMs).unref();
  const check = setInterval(() => {
    checkEverybody().catch((error: unknown) =>
      context.log.error({ err: error }, "board sockets could not be checked"),
    );
  }, checkEveryMs).unref();
  const stopFollowing = context.access.listen(follow);

  return {
    epochOf: async (reviewId) => (await registry.open(reviewId)).epoch,
    holdMoment: async (reviewId, moment) =>
      await holdMoment(await registry.open(reviewId), reviewId, moment, context.clock.nowMs()),
    setStill: async (reviewId, observationId, still) =>
      await setStill(await registry.open(reviewId), observationId, still),
    pin: async (reviewId, observationId, who, isPinned) =>
      await pin(await registry.open(reviewId), observationId, who, isPinned),
    addAim: async (reviewId, fromObservationId) =>
      await addAimTo(await registry.open(reviewId), fromObservationId, context.random.uuid),
    removeAim: async (reviewId, aimId) => await removeAim(await registry.open(reviewId), aimId),
    readDoc: async (reviewId) => (await registry.open(reviewId)).live,
    changeDoc: async (reviewId, change) => {
      const board = await registry.openExisting(reviewId);
      if (board === null) return fail("not-found");
      if (board.isFrozen) return fail("board-frozen");
      await board.edit(change);
      return ok(null);
    },
    freeze: async (reviewId, isFrozen) => {
      await registry.freeze(reviewId, isFrozen);
      if (!isFrozen) tellEach(focusListeners, reviewId, "thawed");
    },
    askWhenOpened: (isFrozen) => {
      isFrozenInStore = isFrozen;
    },
    onWritten: (listener) => {
      writtenListeners.add(listener);
      return () => writtenListeners.delete(listener);
    },
    onFocus: (listener) => {
      focusListeners.add(listener);
      return () => focusListeners.delete(listener);
    },
    handleUpgrade: gate.handleUpgrade,
    closeSockets: (reviewId, code, only = {}) => {
      for (const connection of connections) {
        const { seat } = connection;
        if (seat.reviewId !== reviewId) continue;
        if (only.participantId !== undefined && only.participantId !== seat.participantId) continue;
        if (only.sessionId !== undefined && only.sessionId !== seat.sessionId) continue;
        if (only.tabId !== undefined && only.tabId !== seat.tabId) continue;
        connection.close(code);
      }
    },
    close: async () => {
      clearInterval(beat);
      clearInterval(check);
      stopFollowing();
      gate.close();
      for (const connection of connections) connection.close(boardCloseCodes.goingAway);
      await registry.close();
    },
  };
}
