import { noPlace } from "#shared/domain/agenda.ts";
import type { AgendaPlace, AgendaStep } from "#shared/domain/agenda.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { TellRoom } from "./room-parts.ts";

/** Where a live meeting is in its agenda. */
export interface RoomAgenda {
  readonly now: AgendaPlace;
  go(step: AgendaStep, by: ParticipantId): void;
}

/** Goes on from where the meeting was stored. */
export function createRoomAgenda(
  stored: AgendaPlace = noPlace,
  tell: TellRoom,
  save: () => void,
): RoomAgenda {
  let now = stored;
  return {
    get now() {
      return now;
    },
    go(step, by) {
      now = { step, by };
      save();
      tell("agenda:changed", now);
    },
  };
}
