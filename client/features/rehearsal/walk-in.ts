import { call } from "#client/lib/api.ts";
import { BoardConnection } from "#client/lib/board-connection.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { openRoomConnection } from "#client/lib/room-connection.ts";
import { askServer, onTold, openSocket } from "#client/lib/socket.ts";
import { text } from "#client/lib/text.ts";
import { knockStateSchema, lobbyTells } from "#shared/protocol/door-events.ts";
import type { KnockState } from "#shared/protocol/door-events.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Rehearsal } from "#shared/protocol/rehearsal-routes.ts";
import { tryClip } from "./clip-trial.ts";
import type { TriedClip } from "./clip-trial.ts";
import { clipFinding, good, linkFinding, wanting } from "./findings.ts";
import type { Finding, PointName } from "./findings.ts";

const stepWaitMs = 15_000;

/** What a walk tells while it goes. */
export interface WalkListener {
  readonly onFindings: (point: PointName, findings: readonly Finding[]) => void;
  /** The clips as they came, for the ear. */
  readonly onClips: (clips: readonly TriedClip[]) => void;
}

/** Walks the practitioner's way into a rehearsal, step by step; stops where there is no way on. */
export async function walkIn(
  reviewId: string,
  rehearsal: Rehearsal,
  { onFindings, onClips }: WalkListener,
  signal: AbortSignal,
): Promise<void> {
  const name = rehearsal.practitionerName;
  const house = rehearsal.path;
  onFindings("link", [linkFinding(rehearsal, Date.now())]);

  const opened = await call("openWayIn", { house, body: { secret: rehearsal.secret } });
  onFindings("wayIn", [
    opened.ok
      ? good(text("rehearsal.wayIn.good", { name }))
      : wanting(text("rehearsal.wayIn.attention", { why: refusalWords(opened) })),
  ]);
  if (!opened.ok || signal.aborted) return;

  const knock = await askIn(house, signal);
  onFindings("letIn", [knockFinding(knock, name)]);
  if (knock?.state !== "let-in") return;

  const room = await call("readRoom", { house, params: { reviewId } });
  if (!room.ok) return onFindings("room", [wanting(refusalWords(room))]);
  onFindings("room", [await roomFinding(house, room.value, signal)]);
  if (signal.aborted) return;
  await tryClips(house, rehearsal, room.value, { onFindings, onClips });
  onFindings("call", [await callFinding()]);
}

/** Knocks, and stays at the open door until told to go: so the server knows that the page is there. */
async function askIn(house: string, signal: AbortSignal): Promise<KnockState | null> {
  const socket = openSocket("/lobby", house);
  signal.addEventListener("abort", () => socket.disconnect(), { once: true });
  const answer = soon<KnockState>((resolve) => {
    onTold(socket, "knock:changed", lobbyTells["knock:changed"], (told) => {
      if (told.state === "let-in" || told.state === "closed") resolve(told);
    });
  }, signal);
  socket.once("connect", () => {
    void askServer(socket, "knock:ask", { company: "just-me" }, knockStateSchema);
  });
  return await answer;
}

function knockFinding(knock: KnockState | null, name: string): Finding {
  if (knock?.state === "let-in") return good(text("rehearsal.letIn.good", { name }));
  const isLocked = knock?.state === "closed" && knock.reason === "room-locked";
  return wanting(text(isLocked ? "rehearsal.letIn.locked" : "rehearsal.letIn.attention"));
}

/** Takes the seat, hears the timeline and reads the board, as the room's page does, and goes again. */
async function roomFinding(house: string, room: Room, signal: AbortSignal): Promise<Finding> {
  const { reviewId, boardEpoch } = room;
  const tabId = crypto.randomUUID();
  const connection = openRoomConnection({ reviewId, tabId, house });
  try {
    const news = await soon<{ readonly hasClip: boolean }>((resolve) => {
      connection.on("room:welcomed", ({ timeline }) => resolve({ hasClip: timeline !== null }));
    }, signal);
    if (news === null) return wanting(text("rehearsal.room.attention"));
    const board = new BoardConnection({
      reviewId,
      boardEpoch,
      tabId,
      house,
      canWrite: true,
      storage: null,
    });
    const isThere = await soon<true>((resolve) => {
      board.subscribe(() => board.getStatus().isLoaded && resolve(true));
    }, signal);
    board.close({ forgetUnsent: false });
    if (isThere === null) return wanting(text("rehearsal.board.attention"));
    return news.hasClip
      ? good(text("rehearsal.room.good"))
      : wanting(text("rehearsal.room.noClip"));
  } finally {
    connection.close();
  }
}

async function tryClips(
  house: string,
  { clips }: Rehearsal,
  room: Room,
  { onFindings, onClips }: WalkListener,
): Promise<void> {
  if (clips.length === 0) onFindings("clips", [wanting(text("rehearsal.clips.none"))]);
  const findings: Finding[] = [];
  const tried: TriedClip[] = [];
  for (const [place, clip] of clips.entries()) {
    const shown = room.clips.find(({ clipId }) => clipId === clip.clipId);
    const { outcome, clip: come } =
      shown === undefined
        ? { outcome: "not-there" as const, clip: null }
        : await tryClip(house, shown);
    findings.push(clipFinding(clip, place, outcome));
    if (come !== null) tried.push(come);
    onClips([...tried]);
  }
  if (clips.length > 0) onFindings("clips", findings);
}

async function callFinding(): Promise<Finding> {
  if (!("RTCPeerConnection" in globalThis)) return wanting(text("rehearsal.call.attention"));
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []); // forbidden: as if there were none
  return devices.some(({ kind }) => kind === "audioinput")
    ? good(text("rehearsal.call.good"))
    : wanting(text("rehearsal.call.noMicrophone"));
}

/** What the work resolves with, or null when it takes too long or the walk is given up. */
function soon<Value>(
  work: (resolve: (value: Value) => void) => void,
  signal: AbortSignal,
): Promise<Value | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), stepWaitMs);
    signal.addEventListener("abort", () => resolve(null), { once: true });
    work((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
