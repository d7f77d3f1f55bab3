import type { AppContext } from "#server/context.ts";
import { visibleClips } from "#server/http/room-reader.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { PreparedNotes } from "#shared/protocol/first-events.ts";
import type { Member } from "#shared/protocol/room-events.ts";

type Role = Member["role"];
type OpenedBy = () => PreparedNotes["openedBy"];

/** Sends the guider's prepared notes to those who may see them; everybody else gets none of their words. */
export interface PreparedNotesTeller {
  /** To everybody in a room. `openedBy` is asked when the notes have been read: what counts is then. */
  tell(reviewId: ReviewId, openedBy: OpenedBy): void;
  /** To somebody of this role who has come in. */
  greet(
    reviewId: ReviewId,
    role: Role,
    to: { readonly openedBy: OpenedBy; readonly tell: (news: PreparedNotes) => void },
  ): Promise<void>;
}

const audiences: readonly Role[] = ["guider", "practitioner", "supervisor"];

/** Reads the notes of the clips that each role may see in the room. */
export function createPreparedNotes(parts: {
  readonly context: Pick<AppContext, "stores" | "log">;
  readonly tell: (reviewId: ReviewId, role: Role, news: PreparedNotes) => void;
}): PreparedNotesTeller {
  const { stores, log } = parts.context;

  const greet: PreparedNotesTeller["greet"] = async (reviewId, role, to) => {
    try {
      const review = await stores.reviews.find(reviewId);
      if (review === null) return;
      const clips = await visibleClips({ stores }, reviewId, role);
      const openedBy = to.openedBy();
      const written = clips.filter(({ preparation }) => preparation !== "");
      const mayRead = role === "guider" || openedBy !== null;
      const notes = mayRead ? written : [];
      to.tell({
        openedBy,
        notes: notes.map(({ clipId, preparation }) => ({ clipId, words: preparation })),
      });
    } catch (error) {
      log.error({ reviewId, error }, "the prepared notes could not be read");
    }
  };

  return {
    greet,
    tell(reviewId, openedBy) {
      for (const role of audiences) {
        void greet(reviewId, role, { openedBy, tell: (news) => parts.tell(reviewId, role, news) });
      }
    },
  };
}
