import { text } from "#client/lib/text.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";

/** Somebody of the room by name. */
export interface EndingPerson {
  readonly participantId: string;
  readonly name: string;
}

/** What is said of a change of the ending, or null; one's own agreement is not repeated. */
export function endingNews(
  before: Ending,
  now: Ending,
  people: readonly EndingPerson[],
  me: string,
): string | null {
  if (now.signed !== null) return before.signed === null ? text("ending.said.signed") : null;
  if (before.signed !== null) return text("ending.said.writeOn");
  if (now.isChanged && !before.isChanged) return text("ending.changed");
  const fresh = now.agreedBy.find((id) => id !== me && !before.agreedBy.includes(id));
  const name = people.find((one) => one.participantId === fresh)?.name;
  return name === undefined ? null : text("ending.said.agrees", { name });
}
