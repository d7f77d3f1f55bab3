import { receiveCallEvents } from "#server/call/call-handlers.ts";
import { receive } from "#server/realtime/receive.ts";
import { signerOf } from "#server/signing/signer.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import { roomAsks } from "#shared/protocol/room-events.ts";
import { createAnsweredCommands } from "./answered-commands.ts";
import type { AnsweredCommands } from "./answered-commands.ts";
import type { ReviewRoom } from "./review-room.ts";
import type { ReceiveSeated, RoomConnection, RoomNamespaceParts } from "./room-connection.ts";
import type { Tab } from "./seats.ts";

type Parts = RoomNamespaceParts & {
  readonly tellSeatMoved: (reviewId: ReviewId, displaced: Tab) => void;
};

/** The last commands of each room, kept as long as the room is. */
const answered = new WeakMap<ReviewRoom, AnsweredCommands>();

/** Everything a tab in a room may ask. Only the tab that has its person's seat is answered. */
export function receiveRoomEvents(connection: RoomConnection, parts: Parts): void {
  const { socket, room, reviewId, tab, standing } = connection;
  const { clock, log } = parts.context;
  const limiter = parts.limits.forSocket(tab.sessionId);
  socket.on("disconnect", () => limiter.release());
  const door = { standing, limiter, log };
  const commands = answered.get(room) ?? createAnsweredCommands();
  answered.set(room, commands);

  const seated: ReceiveSeated = (name, handle) =>
    receive(socket, roomAsks, name, door, (message) =>
      room.seats.isSeated(tab) ? handle(message, tab.participantId) : fail("not-seated"),
    );

  receive(socket, roomAsks, "clock:ping", door, () => {
    if (room.seats.isOpen(tab)) room.heard(tab.participantId);
    return ok({ serverNowMs: clock.serverNowMs() });
  });
  receive(socket, roomAsks, "seat:take", door, () => {
    if (!room.seats.isOpen(tab)) return fail("not-seated"); // asked while its socket was closing
    const displaced = room.takeSeat(tab);
    if (displaced !== null) parts.tellSeatMoved(reviewId, displaced);
    parts.calls.seated(connection.callLine);
    socket.emit("room:welcomed", room.welcome(tab));
    return ok(null);
  });

  seated("playback:command", (message, who) =>
    commands.once(`${who} ${message.commandId}`, async () => {
      const { timeline } = room.playback;
      const { command } = message;
      if (timeline?.epoch !== message.epoch && command.kind !== "pause") return fail("stale-epoch");
      const outcome = room.command(command, who, message.revision);
      if (!outcome.ok) return outcome;
      return ok({ timeline: room.playback.timeline, serverNowMs: clock.serverNowMs() });
    }),
  );
  seated("playback:shown", (message, who) => {
    room.shown(who, message);
    return ok(null);
  });
  seated("member:report", (message, who) => {
    room.report(who, message);
    return ok(null);
  });
  seated("gate:pass", (_message, who) => {
    room.passGate(who);
    return ok(null);
  });
  seated("view:set", ({ clipId, view }, who) => room.setView(who, clipId, view));
  seated("pointer:move", (message, who) => room.point(who, message));
  seated("own:look", ({ isOnOwn }) => {
    room.lookOnOwn(tab, isOnOwn);
    return ok(null);
  });
  seated("agenda:go", ({ step }, who) => {
    room.agenda.go(step, who);
    return ok(null);
  });
  seated("film:plan", async (film) => {
    await parts.nextFilms.note(reviewId, film);
    return ok(null);
  });
  seated("end:plan", (end) => parts.plannedEnds.note(reviewId, end));
  seated("prompt:show", ({ promptId }) => {
    room.prompt.show(promptId);
    return ok(null);
  });
  seated("company:say", ({ company }, who) => {
    room.sayCompany(who, company);
    return ok(null);
  });
  seated("cover:put", (_message, who) => {
    room.putCover(who);
    return ok(null);
  });
  seated("cover:lift", (_message, who) => {
    room.liftCover(who);
    return ok(null);
  });
  seated("moment:hold", (message, who) =>
    commands.once(`${who} ${message.commandId}`, () => room.holdMoment(who, message)),
  );
  seated("aim:add", (message, who) =>
    commands.once(`${who} ${message.commandId}`, () =>
      parts.boards.addAim(reviewId, message.fromObservationId),
    ),
  );
  seated("aim:remove", ({ commandId, aimId }, who) =>
    commands.once(`${who} ${commandId}`, () => parts.boards.removeAim(reviewId, aimId)),
  );
  seated("goal:add", ({ commandId, text }, who) =>
    commands.once(`${who} ${commandId}`, () => parts.focus.addGoal(reviewId, text)),
  );
  seated("goal:remove", ({ commandId, goalId }, who) =>
    commands.once(`${who} ${commandId}`, () => parts.focus.removeGoal(reviewId, goalId)),
  );
  seated("goal:place", (placed) => parts.focus.placeGoal(reviewId, placed));
  seated("moment:pin", ({ commandId, observationId, isPinned }, who) =>
    commands.once(`${who} ${commandId}`, () =>
      parts.boards.pin(reviewId, observationId, who, isPinned),
    ),
  );
  seated("notes:pass", () => {
    room.first.pass();
    return ok(null);
  });
  seated("notes:reveal", () => {
    room.first.reveal();
    return ok(null);
  });
  seated("clip:watched", ({ clipId }) => {
    if (clipId === room.playback.timeline?.clipId) room.first.watched(clipId);
    return ok(null);
  });
  seated("ending:open", () => parts.endings.setOpen(reviewId, true));
  seated("ending:close", () => parts.endings.setOpen(reviewId, false));
  seated("board:agree", async ({ isAgreed, contentHash }, who) => {
    if (!isAgreed) return await parts.endings.takeBack(reviewId, who);
    const signer = signerOf(await standing.now(), who);
    if (signer === null) return fail("forbidden");
    return await parts.endings.agree(reviewId, signer, contentHash);
  });
  seated("board:reopen", () => parts.endings.writeOn(reviewId));
  receiveCallEvents(seated, connection.callLine, parts.calls);
}
