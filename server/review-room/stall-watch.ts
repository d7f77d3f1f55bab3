import type { ParticipantId } from "#shared/domain/ids.ts";
import type { After } from "./after.ts";
import type { MemberReport } from "./room-parts.ts";

/** A picture that stands still is reported after 300 ms; so much later, after a second, it counts. */
export const holdAfterMs = 700;

/** Notices pictures that have stood still for a second while the film plays. */
export interface StallWatch {
  note(who: ParticipantId, report: MemberReport): void;
  close(): void;
}

/** Asks for a hold once a picture has stood still for a second, and again with each report while it does. */
export function createStallWatch(parts: {
  readonly after: After;
  readonly hold: (who: ParticipantId) => void;
}): StallWatch {
  const still = new Map<ParticipantId, { isLong: boolean; readonly callOff: () => void }>();

  function begin(who: ParticipantId, { roundTripMs }: MemberReport): void {
    const stall = {
      isLong: false,
      callOff: parts.after(holdAfterMs - roundTripMs / 2, () => {
        stall.isLong = true;
        parts.hold(who);
      }),
    };
    still.set(who, stall);
  }

  return {
    note(who, report) {
      const stall = still.get(who);
      if (report.picture !== "stalled" && report.picture !== "blocked") {
        stall?.callOff();
        still.delete(who);
      } else if (stall === undefined) begin(who, report);
      else if (stall.isLong) parts.hold(who);
    },
    close() {
      for (const { callOff } of still.values()) callOff();
    },
  };
}
