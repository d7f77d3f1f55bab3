import type { AppContext } from "#server/context.ts";
import type { NotePlace } from "#server/storage/private-note-store.ts";
import type { ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import type { OwnNote } from "#shared/protocol/notes-routes.ts";

type Parts = Pick<AppContext, "stores" | "keys" | "clock">;

/** A note opens for its own writer and place only, whatever row it is put in. */
const labelOf = ({ reviewId, participantId, observationId }: NotePlace): string =>
  `note:${reviewId}:${participantId}:${observationId ?? "review"}`;

/** Everything this participant has noted in this review. */
export async function readOwnNotes(
  { stores, keys }: Pick<Parts, "stores" | "keys">,
  reviewId: ReviewId,
  participantId: ParticipantId,
): Promise<OwnNote[]> {
  const stored = await stores.privateNotes.listOf(reviewId, participantId);
  return stored.map((note) => ({
    observationId: note.observationId,
    words: keys.open(labelOf(note), note.sealed).toString("utf8"),
  }));
}

/** Keeps a note sealed; without words it is taken away. */
export async function keepOwnNote(
  { stores, keys, clock }: Parts,
  place: NotePlace,
  words: string,
): Promise<void> {
  if (words.trim() === "") return await stores.privateNotes.remove(place);
  const sealed = keys.seal(labelOf(place), Buffer.from(words));
  await stores.privateNotes.keep({ ...place, sealed }, clock.nowMs());
}
