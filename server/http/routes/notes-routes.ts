import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { keepOwnNote, readOwnNotes } from "#server/notes/own-notes.ts";
import { observationsOf } from "#shared/board/board-doc.ts";
import { fail, ok } from "#shared/lib/result.ts";

type NotesRoutes = "setPreparation" | "setPractitionerFirst" | "readMyNotes" | "keepMyNote";

/** The guider's prepared notes with their switch, and the notes that are the practitioner's alone. */
export function notesRoutes({
  context,
  boards,
}: Pick<HandlerParts, "context" | "boards">): Pick<Handlers, NotesRoutes> {
  const { stores, access } = context;

  return {
    setPreparation: async ({ params, body, thing }) => {
      if (thing.kind !== "owned") return fail("not-found");
      await stores.clips.setPreparation(params.clipId, body.preparation);
      access.announce({ kind: "notes-changed", journeyId: thing.journeyId });
      return ok(null);
    },

    setPractitionerFirst: async ({ params: { reviewId }, body: { practitionerFirst } }) => {
      await stores.reviews.setPractitionerFirst(reviewId, practitionerFirst);
      access.announce({ kind: "practitioner-first", reviewId, practitionerFirst });
      return ok(null);
    },

    readMyNotes: async ({ params: { reviewId }, visitor: { participantId } }) =>
      participantId === null
        ? fail("forbidden")
        : ok(await readOwnNotes(context, reviewId, participantId)),

    keepMyNote: async ({ params: { reviewId }, body, visitor: { participantId } }) => {
      if (participantId === null) return fail("forbidden");
      const { observationId, words } = body;
      if (observationId !== null) {
        const observations = observationsOf(await boards.readDoc(reviewId));
        if (!observations.has(observationId)) return fail("not-found");
      }
      await keepOwnNote(context, { reviewId, participantId, observationId }, words);
      return ok(null);
    },
  };
}
