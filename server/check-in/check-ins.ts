import type { AppContext } from "#server/context.ts";
import type { StoredCheckIn, StoredCheckInPlace } from "#server/storage/check-in-store.ts";
import { checkInAnswersSchema, checkInMomentSchema } from "#shared/domain/check-in.ts";
import type {
  CheckIn,
  CheckInAnswers,
  CheckInPlace,
  SharedCheckIn,
} from "#shared/domain/check-in.ts";
import { reviewedCycles } from "#shared/domain/cycle-steps.ts";
import type { JourneyId, PersonId } from "#shared/domain/ids.ts";
import type { Journey, Review } from "#shared/domain/journey.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/** The check-ins of a journey's practitioner. What is not shared leaves here for its writer alone. */
export interface CheckIns {
  own(journeyId: JourneyId, personId: PersonId): Promise<CheckIn[]>;
  /** Refuses a review that is not of the journey; what comes after one, before it began; a follow-up before one was held. */
  keep(
    journeyId: JourneyId,
    personId: PersonId,
    place: CheckInPlace,
    answers: CheckInAnswers,
  ): Promise<Result<null, "not-found" | "check-in-early">>;
  share(personId: PersonId, place: CheckInPlace, isShared: boolean): Promise<void>;
  /** As the guider may see them. */
  shared(journeyId: JourneyId): Promise<SharedCheckIn[]>;
}

/** Keeps each check-in sealed under its own place, so that none can stand in for another. */
export function createCheckIns({
  stores,
  keys,
  clock,
}: Pick<AppContext, "stores" | "keys" | "clock">): CheckIns {
  const { journeys, checkIns } = stores;

  function open(stored: StoredCheckIn): CheckInAnswers {
    return checkInAnswersSchema.parse(
      JSON.parse(keys.open(labelOf(stored), stored.sealed).toString()),
    );
  }

  async function listOf(journeyId: JourneyId, personId: PersonId): Promise<CheckIn[]> {
    const journey = await journeys.read(journeyId);
    const all = (await checkIns.listOf(personId)).map((stored) => {
      const { reviewId, moment, isShared, changedAtMs } = stored;
      const cycleNumber = journey && cycleNumberOf(journey, reviewId);
      return { reviewId, moment, cycleNumber, isShared, changedAtMs, answers: open(stored) };
    });
    return all.toSorted(byCycle);
  }

  return {
    own: listOf,
    keep: async (journeyId, personId, { reviewId, moment }, answers) => {
      const journey = await journeys.read(journeyId);
      if (journey === null) return fail("not-found");
      const review = reviewOf(journey, reviewId);
      if (reviewId !== null && review === undefined) return fail("not-found");
      const isEarly =
        reviewId === null ? reviewedCycles(journey) === 0 : review?.state === "planned";
      if (isEarly && moment !== "before") return fail("check-in-early");
      const place = { personId, reviewId, moment };
      const sealed = keys.seal(labelOf(place), Buffer.from(JSON.stringify(answers)));
      await checkIns.keep(place, sealed, clock.nowMs());
      return ok(null);
    },
    share: (personId, { reviewId, moment }, isShared) =>
      checkIns.setShared({ personId, reviewId, moment }, isShared),
    shared: async (journeyId) => {
      const journey = await journeys.read(journeyId);
      const writer = journey?.people.find(({ relation }) => relation === "practitioner");
      if (writer === undefined) return [];
      const all = await listOf(journeyId, writer.personId);
      return all.map((one) => (one.isShared ? one : { ...one, answers: null }));
    },
  };
}

const labelOf = ({ personId, reviewId, moment }: StoredCheckInPlace) =>
  `check-in|${personId}|${reviewId ?? ""}|${moment}`;

function cycleNumberOf({ cycles }: Journey, reviewId: CheckIn["reviewId"]): number | null {
  const cycle = cycles.find(({ reviews }) => reviews.some((one) => one.reviewId === reviewId));
  return cycle?.number ?? null;
}

function reviewOf({ cycles }: Journey, reviewId: CheckIn["reviewId"]): Review | undefined {
  return cycles.flatMap(({ reviews }) => reviews).find((one) => one.reviewId === reviewId);
}

/** By cycle, before and after; a follow-up comes last. */
function byCycle(one: CheckIn, other: CheckIn): number {
  const cycles = (one.cycleNumber ?? Infinity) - (other.cycleNumber ?? Infinity);
  const order = checkInMomentSchema.options;
  return cycles || order.indexOf(one.moment) - order.indexOf(other.moment);
}
