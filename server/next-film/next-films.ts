import type { AppContext } from "#server/context.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { NextFilm } from "#shared/domain/journey.ts";

/** What was agreed in each review about the next film: its day, and what will be filmed. */
export interface NextFilms {
  /** Tells somebody who has come in what is noted. */
  greet(reviewId: ReviewId, tell: (film: NextFilm) => void): Promise<void>;
  /** Keeps it first; then everybody in the room is told. */
  note(reviewId: ReviewId, film: NextFilm): Promise<void>;
}

/** Keeps next films with their reviews; `tell` reaches everybody in a review's room. */
export function createNextFilms(parts: {
  readonly context: Pick<AppContext, "stores" | "log">;
  readonly tell: (reviewId: ReviewId, film: NextFilm) => void;
}): NextFilms {
  const { stores, log } = parts.context;
  return {
    async greet(reviewId, tell) {
      try {
        const film = await stores.reviews.nextFilm(reviewId);
        if (film !== null) tell(film);
      } catch (error) {
        log.error({ reviewId, error }, "the next film could not be read");
      }
    },
    async note(reviewId, film) {
      await stores.reviews.noteNextFilm(reviewId, film);
      parts.tell(reviewId, film);
    },
  };
}
