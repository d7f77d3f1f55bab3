import { createHash } from "node:crypto";
import { sealCopy } from "#server/signing/signed-copy.ts";
import { canonicalJson } from "#shared/board/board-content.ts";
import type { BoardContent } from "#shared/board/board-content.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

/** A guider and a practitioner who was let in, with their live review. */
export async function openReportHouse(server: TestServer) {
  const guider = await openFirstGuider(server);
  const house = await furnishReview(server, guider, { childName: "Zara" });
  await guider.want("readRoom", { params: { reviewId: house.review.reviewId } });
  const { guest } = await admitGuest(server, house);
  return {
    ...house,
    practitioner: guest,
    ofReview: { params: { reviewId: house.review.reviewId } },
    ofJourney: { params: { journeyId: house.journey.journeyId } },
  };
}
export type ReportHouse = Awaited<ReturnType<typeof openReportHouse>>;

/** Stores a signed copy, as if both had agreed to this board in the room. */
export async function signBoard(
  { context }: TestServer,
  review: string,
  board: BoardContent,
): Promise<void> {
  const { stores, keys, clock } = context;
  const reviewId = reviewIdSchema.parse(review);
  const content = canonicalJson(board);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const version = ((await stores.signedBoards.latest(reviewId))?.version ?? 0) + 1;
  const signedAtMs = clock.nowMs();
  const copy = { reviewId, version, signedAtMs, sha256, content, signedBy: [] };
  await stores.signedBoards.add(sealCopy(keys, copy));
}
