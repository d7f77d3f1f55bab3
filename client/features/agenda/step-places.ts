import type { RoomPlace } from "#client/lib/room-places.ts";
import type { AgendaStep } from "#shared/domain/agenda.ts";
import type { Room } from "#shared/protocol/http-api.ts";

const places: Partial<Record<AgendaStep, RoomPlace>> = {
  question: "question",
  goals: "question",
  helpingQuestion: "question",
  rate: "question",
  lastAims: "lastAims",
  clips: "clips",
  thenAndNow: "clips",
  lookingAtAll: "allMoments",
  aims: "aims",
  thanks: "finish",
};

/** Where in the room a step is done; null where it is only talked about. The guider alone finishes. */
export function placeOfStep(step: AgendaStep, role: Room["me"]["role"]): RoomPlace | null {
  const place = places[step] ?? null;
  return place === "finish" && role !== "guider" ? null : place;
}
