import { createServer } from "node:http";
import type { Server } from "node:http";
import { createBoards } from "#server/board/create-boards.ts";
import { noRouters } from "#server/call/call-routers.ts";
import type { CallRouters } from "#server/call/call-routers.ts";
import { createCalls } from "#server/call/calls.ts";
import type { AppContext, ClipFiles } from "#server/context.ts";
import { createNextFilms } from "#server/next-film/next-films.ts";
import { createFocus } from "#server/focus/focus.ts";
import { createHttpApp } from "#server/http/create-http-app.ts";
import { createOwnAddresses } from "#server/http/own-addresses.ts";
import { httpLimits } from "#server/http/rate-limits.ts";
import type { HttpLimits } from "#server/http/rate-limits.ts";
import { createIdentity } from "#server/identity/identity.ts";
import { createLobby } from "#server/identity/lobby.ts";
import type { Lobby } from "#server/identity/lobby.ts";
import { createPasswords } from "#server/identity/passwords.ts";
import { createSetUpLink } from "#server/identity/set-up-link.ts";
import { createIsPlayable } from "#server/media/clip-playable.ts";
import { createMediaAddresses } from "#server/media/media-addresses.ts";
import { mountMedia } from "#server/media/stream-clip.ts";
import { noStills } from "#server/rehearsal/no-stills.ts";
import { createRehearsals } from "#server/rehearsal/rehearsals.ts";
import { createStills } from "#server/stills/stills.ts";
import type { Stills } from "#server/stills/stills.ts";
import { createPreparedNotes } from "#server/notes/prepared-notes.ts";
import { createSocketServer } from "#server/realtime/create-socket-server.ts";
import { openDeskNamespace } from "#server/realtime/desk-namespace.ts";
import { createEventLimits } from "#server/realtime/event-limits.ts";
import type { EventRates } from "#server/realtime/event-limits.ts";
import { knockLimits, openLobbyNamespace } from "#server/realtime/lobby-namespace.ts";
import type { KnockLimits } from "#server/realtime/lobby-namespace.ts";
import { routeUpgrades } from "#server/realtime/upgrade-routes.ts";
import { keepRetention } from "#server/retention/retention.ts";
import { createEndings } from "#server/signing/endings.ts";
import { createPlannedEnds } from "#server/signing/planned-ends.ts";
import { createRoomRegistry } from "#server/review-room/room-registry.ts";
import { openRoomNamespace, serveRooms } from "#server/review-room/room-namespace.ts";
import { watchSupervisedSeats } from "#server/supervision/supervised-seats.ts";
import { mountUploads } from "#server/uploads/mount-uploads.ts";

/** Limits a test may lower or raise; each has a default that holds everywhere else. */
export interface AppLimits {
  readonly http?: Partial<HttpLimits>;
  readonly events?: EventRates;
  readonly knocks?: KnockLimits;
}

/** The whole server on one HTTP server, not yet listening. */
export interface App {
  readonly httpServer: Server;
  /** Its door, for whoever answers knocks without a page. */
  readonly lobby: Lobby;
  /** The path of the set-up link with its secret, made anew; null once there is an account. */
  setUpPath(): Promise<string | null>;
  /** Tells everybody, lets everything reach the disk, closes the stores. */
  close(): Promise<void>;
}

/** Wires every part together, in sight. A rehearsal is the same once more, with a memory of its own. */
export function createApp(
  context: AppContext,
  clipFiles: ClipFiles,
  limits: AppLimits = {},
  routers: CallRouters = noRouters,
  keptStills?: Stills,
): App {
  const { access, clock, config, random, stores } = context;
  const addresses = createOwnAddresses(config);
  const lobby = createLobby(context);
  const identity = createIdentity(context, lobby);
  const passwords = createPasswords(random.secret());
  const setUpLink = createSetUpLink(context, passwords);
  const boards = createBoards(context, identity);
  const mediaAddresses = createMediaAddresses(random, access);
  const isPlayable = createIsPlayable(stores);
  const stills = keptStills ?? createStills({ ...context, identity, isPlayable, boards });
  const media = { ...context, identity, clipFiles, mediaAddresses, isPlayable };
  const limit = limits.http?.uploadPerAddress ?? httpLimits.uploadPerAddress;
  const closing: { close(): unknown }[] = [];

  const focus = createFocus({
    context,
    boards,
    tell: (reviewId, goals) => tellRoom(reviewId)("goals:changed", goals), // nobody asks before it listens
  });
  const nextFilms = createNextFilms({
    context,
    tell: (reviewId, film) => tellRoom(reviewId)("film:planned", film),
  });
  const plannedEnds = createPlannedEnds({
    context,
    tell: (reviewId, news) => tellRoom(reviewId)("end:planned", news),
  });
  const rehearsals = createRehearsals({
    context,
    identity,
    lobby,
    openHouse: (inside) => createApp(inside, clipFiles, limits, noRouters, noStills),
  });
  const http = createHttpApp({
    context,
    identity,
    lobby,
    boards,
    clipFiles,
    mediaAddresses,
    passwords,
    setUpLink,
    stills,
    focus,
    rehearsals,
    mountMedia: (router) => {
      closing.push(mountMedia(router, media));
      if (context.rehearsal !== undefined) return;
      closing.push(mountUploads(router, { ...media, limit }));
      closing.push(keepRetention({ ...media, stills }));
    },
    ...(limits.http === undefined ? {} : { limits: limits.http }),
  });
  const httpServer = createServer((request, response) => {
    if (!rehearsals.takeRequest(request, response)) http(request, response);
  });
  const io = createSocketServer(httpServer, { identity, addresses });
  routeUpgrades(httpServer, { addresses, boards, rehearsals });

  const eventLimits = createEventLimits(clock, limits.events);
  const realtime = { context, identity, lobby, boards, limits: eventLimits };
  const { namespace, tellRoom } = openRoomNamespace(io, identity);
  const endings = createEndings({
    context,
    boards,
    tell: (reviewId, ending) => tellRoom(reviewId)("ending:changed", ending),
  });
  boards.askWhenOpened((reviewId) => endings.isFrozen(reviewId));
  const notes = createPreparedNotes({
    context,
    tell: (reviewId, role, news) => tellRoom(reviewId, role)("notes:changed", news),
  });
  const registry = createRoomRegistry({ context, boards, isPlayable, tellRoom, notes });
  const calls = createCalls({ context, routers, tellRoom });
  closing.push(
    openLobbyNamespace(io, realtime, limits.knocks ?? knockLimits),
    openDeskNamespace(io, realtime),
    watchSupervisedSeats(context, lobby),
    serveRooms(namespace, registry, {
      ...realtime,
      endings,
      notes,
      calls,
      focus,
      nextFilms,
      plannedEnds,
    }),
    endings,
    calls,
    routers,
  );

  return {
    httpServer,
    lobby,
    setUpPath: () => setUpLink.path(),
    async close() {
      await rehearsals.close();
      for (const part of closing) part.close();
      await registry.close();
      await stills.close();
      // Also closes the HTTP server, which waits for every connection: the board's and all others too.
      const isClosed = io.close();
      await focus.close();
      await boards.close();
      httpServer.closeAllConnections();
      await isClosed;
      lobby.close();
      await context.boardLog.close();
      await stores.close();
    },
  };
}
