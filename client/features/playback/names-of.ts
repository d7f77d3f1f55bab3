import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Member } from "#shared/protocol/room-events.ts";

const list = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" });

/** The first names of these people as one reads them: "Callum and Helen". Whoever is not known is left out. */
export function namesOf(ids: readonly ParticipantId[], members: readonly Member[]): string {
  const names = ids.flatMap((id) => members.find((one) => one.participantId === id)?.name ?? []);
  return list.format(names);
}
