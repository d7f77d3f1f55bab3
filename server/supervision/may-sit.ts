import type { StoredReview } from "#server/storage/review-store.ts";
import type { StoredInvite, Stores } from "#server/storage/stores.ts";
import type { Person } from "#shared/domain/people.ts";
import { notAgreedToSupervisor } from "#shared/domain/supervision.ts";

type Review = Pick<StoredReview, "reviewId" | "journeyId">;

/** Who has not agreed, as it is recorded at this moment, that a supervisor sees the clips of this review. */
export async function notAgreedNow(
  { journeys }: Pick<Stores, "journeys">,
  { reviewId, journeyId }: Review,
): Promise<Person[]> {
  const journey = await journeys.read(journeyId);
  return journey === null ? [] : notAgreedToSupervisor(journey, reviewId);
}

/** Whether somebody with this link may have a seat: a practitioner may, a supervisor when nobody is against it. */
export async function maySit(
  stores: Pick<Stores, "journeys">,
  { role }: Pick<StoredInvite, "role">,
  review: Review,
): Promise<boolean> {
  return role !== "supervisor" || (await notAgreedNow(stores, review)).length === 0;
}
