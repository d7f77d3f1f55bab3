import type { RoomConnection } from "#client/lib/room-connection.ts";
import { screenBeatMs } from "#shared/playback/drift-errors.ts";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { PictureFacts } from "./picture-driver.ts";
import type { Time } from "./surroundings.ts";

/** What a report to the room is made of. */
export interface ReportFacts {
  readonly confirmed: Timeline | null;
  readonly wanted: Timeline | null;
  readonly seen: PictureFacts;
}

/** Tells the room what this screen really shows, and how its picture and line are getting on. */
export interface RoomReporter {
  report(facts: ReportFacts): void;
  /** Everything is told anew: after a reconnect, or when the page is seen again. */
  forget(): void;
}

const everyMs = 1_000;

/** Reports a shown frame once a revision, a picture's state at each change and once a second. */
export function createRoomReporter(
  connection: Pick<RoomConnection, "ask" | "clock" | "link">,
  time: Time,
): RoomReporter {
  let toldShown: string | null = null;
  let toldPicture: string | null = null;
  let toldPictureAtMs = -Infinity;
  let beatAtLocalMs: number | null = null;

  /** Only what the server has confirmed is worth a report: a guess has no revision. */
  function reportShown({ confirmed, wanted, seen }: ReportFacts) {
    if (confirmed === null || wanted !== confirmed || seen.shownFrame === null) return;
    if (confirmed.motion.kind !== "paused" || seen.state === "unseen") return;
    const { epoch, revision, clipId } = confirmed;
    const shown = { epoch, revision, clipId, frame: seen.shownFrame };
    const key = JSON.stringify(shown);
    if (key === toldShown) return;
    toldShown = key;
    void connection.ask("playback:shown", shown).then((answer) => {
      if (!answer.ok && answer.reason === "no-answer" && toldShown === key) toldShown = null;
    });
  }

  /** Called between two beats of the screen, `play()` lets the picture begin exactly one latency later. */
  function startsAtServerMs(startLatencyMs: number): number | null {
    if (beatAtLocalMs === null) return null;
    const atLocalMs = beatAtLocalMs + screenBeatMs / 2 + startLatencyMs;
    return Math.round(connection.clock.estimatedServerNowMs(atLocalMs));
  }

  function reportPicture({ seen }: ReportFacts) {
    const nowMs = time.nowMs();
    if (seen.state === toldPicture && nowMs - toldPictureAtMs < everyMs) return;
    toldPicture = seen.state;
    toldPictureAtMs = nowMs;
    void connection.ask("member:report", {
      picture: seen.state,
      frame: seen.shownFrame ?? seen.lastFrame,
      roundTripMs: connection.clock.roundTripMs(),
      startLatencyMs: Math.max(0, seen.startLatencyMs),
      beatAtServerMs: startsAtServerMs(seen.startLatencyMs),
    });
    time.onBeat((atLocalMs) => {
      beatAtLocalMs = atLocalMs;
    });
  }

  return {
    report: (facts) => {
      if (connection.link().kind !== "here") return;
      reportPicture(facts);
      reportShown(facts);
    },
    forget: () => {
      toldShown = null;
      toldPicture = null;
    },
  };
}
