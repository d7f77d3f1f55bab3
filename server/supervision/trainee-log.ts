import type { AppContext } from "#server/context.ts";
import { supervisionIdSchema } from "#shared/domain/ids.ts";
import type { AccountId, JourneyId, ReviewId, SupervisionId } from "#shared/domain/ids.ts";
import type { GuiderStage, Supervision, TraineeLog } from "#shared/domain/trainee-log.ts";

/** What a guider keeps for their own training, and nobody else reads. */
export interface TraineeLogs {
  read(accountId: AccountId): Promise<TraineeLog>;
  setStage(accountId: AccountId, stage: GuiderStage): Promise<TraineeLog>;
  addSupervision(
    accountId: AccountId,
    supervision: Omit<Supervision, "supervisionId">,
  ): Promise<TraineeLog>;
  removeSupervision(accountId: AccountId, supervisionId: SupervisionId): Promise<TraineeLog>;
  workingPointsOf(journeyId: JourneyId): Promise<{ reviewId: ReviewId; words: string }[]>;
  /** Replaces an earlier one; empty words take it away. */
  keepWorkingPoint(reviewId: ReviewId, words: string): Promise<void>;
}

/** Keeps each working point sealed under its own review, so that none can stand in for another. */
export function createTraineeLogs({
  stores,
  keys,
  clock,
  random,
}: Pick<AppContext, "stores" | "keys" | "clock" | "random">): TraineeLogs {
  const logs = stores.traineeLogs;

  function open(reviewId: ReviewId, sealed: Uint8Array): string {
    return keys.open(labelOf(reviewId), sealed).toString();
  }

  async function read(accountId: AccountId): Promise<TraineeLog> {
    const [stage, reviews, supervisions] = await Promise.all([
      logs.stageOf(accountId),
      logs.heldReviewsOf(accountId),
      logs.supervisionsOf(accountId),
    ]);
    return {
      stage,
      reviews: reviews.map(({ sealed, ...review }) => ({
        ...review,
        workingPoint: sealed === null ? "" : open(review.reviewId, sealed),
      })),
      supervisions,
    };
  }

  return {
    read,
    setStage: async (accountId, stage) => {
      await logs.setStage(accountId, stage);
      return await read(accountId);
    },
    addSupervision: async (accountId, supervision) => {
      const supervisionId = supervisionIdSchema.parse(random.uuid());
      await logs.addSupervision({ ...supervision, supervisionId, accountId }, clock.nowMs());
      return await read(accountId);
    },
    removeSupervision: async (accountId, supervisionId) => {
      await logs.removeSupervision(accountId, supervisionId);
      return await read(accountId);
    },
    workingPointsOf: async (journeyId) => {
      const points = await logs.workingPointsOf(journeyId);
      return points.map(({ reviewId, sealed }) => ({ reviewId, words: open(reviewId, sealed) }));
    },
    keepWorkingPoint: async (reviewId, words) => {
      const sealed = words === "" ? null : keys.seal(labelOf(reviewId), Buffer.from(words));
      await logs.keepWorkingPoint(reviewId, sealed, clock.nowMs());
    },
  };
}

const labelOf = (reviewId: ReviewId) => `working-point|${reviewId}`;
