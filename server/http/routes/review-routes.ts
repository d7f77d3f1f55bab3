import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createRoomReader } from "#server/http/room-reader.ts";
import { keepAims } from "#server/signing/keep-aims.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";

const newReview = {
  state: "planned",
  locked: false,
  practitionerFirst: true,
  nextOn: null,
  nextWhat: "",
} as const;

type ReviewRoutes = "planReview" | "endReview" | "lockReview" | "readRoom";

/** Shared reviews: planned, opened, locked and finished by their guider. */
export function reviewRoutes(parts: HandlerParts): Pick<Handlers, ReviewRoutes> {
  const { context, boards } = parts;
  const { clock, random, access } = context;
  const { stores } = context;
  const { reviews } = stores;
  const readRoom = createRoomReader(parts);

  return {
    planReview: async ({ params, body }) => {
      const reviewId = reviewIdSchema.parse(random.uuid());
      await reviews.add({ reviewId, ...params, ...body }, clock.nowMs());
      return ok({ reviewId, ...body, ...newReview, invites: [] });
    },

    endReview: async ({ params: { reviewId } }) => {
      const review = await reviews.find(reviewId);
      if (review === null) return fail("not-found");
      const keep = async () => await keepAims(stores, review, await boards.readDoc(reviewId));
      await keep(); // so that whoever leaves the closing room for the journey finds them there
      await reviews.setState(reviewId, "ended", clock.nowMs());
      access.announce({ kind: "review-ended", reviewId });
      await keep(); // with the last words: nobody can write any more
      return ok(null);
    },

    lockReview: async ({ params: { reviewId }, body: { locked } }) => {
      await reviews.setLocked(reviewId, locked);
      access.announce({ kind: "review-locked", reviewId, locked });
      return ok(null);
    },

    readRoom: async ({ params: { reviewId }, visitor }) => await readRoom(reviewId, visitor),
  };
}
