import { z } from "zod";
import {
  cycleIdSchema,
  inviteIdSchema,
  journeyIdSchema,
  reviewIdSchema,
} from "#shared/domain/ids.ts";
import type { AccountId, JourneyId } from "#shared/domain/ids.ts";
import {
  agreedWithPeopleSchema,
  daySchema,
  goalSchema,
  reviewKindSchema,
} from "#shared/domain/journey.ts";
import type { Cycle, Invite, Journey, JourneySummary, Review } from "#shared/domain/journey.ts";
import { reviewStates } from "#shared/domain/permissions.ts";
import { clipToShow, readClips } from "./clip-rows.ts";
import { flagSchema } from "./flag.ts";
import { endColumns, readEnd, readPlannedEnd } from "./end-rows.ts";
import { readPeople } from "./people-rows.ts";
import type { Queries } from "./queries.ts";

const journeyRowSchema = z.object({
  journeyId: journeyIdSchema,
  practitionerName: z.string(),
  childName: z.string(),
  setting: z.string(),
  helpingQuestion: z.string(),
});
const summaryRowSchema = journeyRowSchema.extend({ cycles: z.int() });
const wholeRowSchema = journeyRowSchema.extend({
  ...agreedWithPeopleSchema.shape,
  usesOutcomes: flagSchema,
  countsPauses: flagSchema,
});
const cycleRowSchema = z.object({ cycleId: cycleIdSchema, number: z.int() });
const reviewRowSchema = z.object({
  reviewId: reviewIdSchema,
  cycleId: cycleIdSchema,
  startsAtMs: z.int(),
  kind: reviewKindSchema,
  state: z.enum(reviewStates),
  locked: flagSchema,
  practitionerFirst: flagSchema,
  nextOn: daySchema.nullable(),
  nextWhat: z.string(),
});
const nextRowSchema = reviewRowSchema.pick({
  reviewId: true,
  kind: true,
  startsAtMs: true,
  state: true,
});
const inviteRowSchema = z.object({
  inviteId: inviteIdSchema,
  reviewId: reviewIdSchema,
  name: z.string(),
  role: z.enum(["practitioner", "supervisor"]),
  opensAtMs: z.int(),
  closesAtMs: z.int(),
  boundSessionId: z.string().nullable(),
  revokedAtMs: z.int().nullable(),
});

const shownColumns = [
  "journeys.journeyId",
  "journeys.practitionerName",
  "journeys.childName",
  "journeys.setting",
  "journeys.helpingQuestion",
] as const;

/** A guider's journeys, the newest first, in three reads however many there are. */
export async function listJourneys(
  queries: Queries,
  guiderId: AccountId,
): Promise<JourneySummary[]> {
  const rows = await queries
    .selectFrom("journeys")
    .leftJoin("cycles", "cycles.journeyId", "journeys.journeyId")
    .select([...shownColumns, ...endColumns])
    .select((sql) => sql.fn.count<number>("cycles.cycleId").as("cycles"))
    .where("journeys.guiderId", "=", guiderId)
    .groupBy([...shownColumns, ...endColumns, "journeys.createdAtMs"])
    .orderBy("journeys.createdAtMs", "desc")
    .orderBy("journeys.journeyId")
    .execute();
  const kept = await queries
    .selectFrom("clipFiles")
    .innerJoin("clips", "clips.clipId", "clipFiles.clipId")
    .innerJoin("cycles", "cycles.cycleId", "clips.cycleId")
    .innerJoin("journeys", "journeys.journeyId", "cycles.journeyId")
    .select("cycles.journeyId")
    .select((sql) => sql.fn.countAll<number>().as("clips"))
    .where("journeys.guiderId", "=", guiderId)
    .groupBy("cycles.journeyId")
    .execute();
  const waiting = await queries
    .selectFrom("reviews")
    .innerJoin("cycles", "cycles.cycleId", "reviews.cycleId")
    .innerJoin("journeys", "journeys.journeyId", "cycles.journeyId")
    .select([
      "cycles.journeyId",
      "reviews.reviewId",
      "reviews.kind",
      "reviews.state",
      "reviews.startsAtMs",
    ])
    .where("journeys.guiderId", "=", guiderId)
    .where("reviews.state", "!=", "ended")
    .orderBy("reviews.state") // "live" comes before "planned"
    .orderBy("reviews.startsAtMs")
    .execute();
  return rows.map((row) => {
    const isOurs = (other: { readonly journeyId: string }) => other.journeyId === row.journeyId;
    const end = readEnd(row);
    const next = waiting.find(isOurs);
    return {
      ...summaryRowSchema.parse(row),
      clips: kept.find(isOurs)?.clips ?? 0,
      next: next === undefined ? null : nextRowSchema.parse(next),
      end: end && { endedAtMs: end.endedAtMs, deletesOn: end.deletesOn },
    };
  });
}

/** The whole journey. Called inside one reading transaction. */
export async function readJourney(queries: Queries, journeyId: JourneyId): Promise<Journey | null> {
  const row = await queries
    .selectFrom("journeys")
    .selectAll()
    .where("journeyId", "=", journeyId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...wholeRowSchema.parse(row),
    plannedEnd: readPlannedEnd(row),
    end: readEnd(row),
    goals: await readGoals(queries, journeyId),
    people: await readPeople(queries, { journeyId }),
    cycles: await readCycles(queries, journeyId),
  };
}

async function readGoals(queries: Queries, journeyId: JourneyId): Promise<Journey["goals"]> {
  const rows = await queries
    .selectFrom("goals")
    .select(["goalId", "text", "baseline", "hopedFor", "outcome"])
    .where("journeyId", "=", journeyId)
    .orderBy("position")
    .execute();
  const ratings = await queries
    .selectFrom("goalRatings")
    .innerJoin("cycles", "cycles.cycleId", "goalRatings.cycleId")
    .select(["goalRatings.goalId", "cycles.number as cycleNumber", "goalRatings.value"])
    .where("cycles.journeyId", "=", journeyId)
    .orderBy("cycles.number")
    .execute();
  return rows.map((row) =>
    goalSchema.parse({
      ...row,
      ratings: ratings.flatMap(({ goalId, ...rating }) => (goalId === row.goalId ? [rating] : [])),
    }),
  );
}

async function readCycles(queries: Queries, journeyId: JourneyId): Promise<Cycle[]> {
  const rows = await queries
    .selectFrom("cycles")
    .select(["cycleId", "number"])
    .where("journeyId", "=", journeyId)
    .orderBy("number")
    .execute();
  const clips = (await readClips(queries, { journeyId })).map(clipToShow);
  const reviews = await readReviews(queries, journeyId);
  const aims = await readAims(queries, journeyId);
  return rows.map((row) => {
    const cycle = cycleRowSchema.parse(row);
    const { cycleId } = cycle;
    return {
      ...cycle,
      clips: clips.filter((clip) => clip.cycleId === cycleId),
      reviews: reviews.filter((each) => each.cycleId === cycleId).map((each) => each.review),
      aims: aims.flatMap(({ cycleId: of, ...aim }) => (of === cycleId ? [aim] : [])),
    };
  });
}

async function readReviews(queries: Queries, journeyId: JourneyId) {
  const rows = await queries
    .selectFrom("reviews")
    .innerJoin("cycles", "cycles.cycleId", "reviews.cycleId")
    .select([
      "reviews.reviewId",
      "reviews.cycleId",
      "reviews.startsAtMs",
      "reviews.kind",
      "reviews.state",
      "reviews.locked",
      "reviews.practitionerFirst",
      "reviews.nextOn",
      "reviews.nextWhat",
    ])
    .where("cycles.journeyId", "=", journeyId)
    .orderBy("reviews.startsAtMs")
    .orderBy("reviews.createdAtMs")
    .orderBy("reviews.reviewId")
    .execute();
  const invites = await readInvites(queries, journeyId);
  return rows.map((row) => {
    const { cycleId, ...facts } = reviewRowSchema.parse(row);
    const ofReview = invites.filter((each) => each.reviewId === facts.reviewId);
    const review: Review = { ...facts, invites: ofReview.map((each) => each.invite) };
    return { cycleId, review };
  });
}

async function readInvites(queries: Queries, journeyId: JourneyId) {
  const rows = await queries
    .selectFrom("invites")
    .innerJoin("reviews", "reviews.reviewId", "invites.reviewId")
    .innerJoin("cycles", "cycles.cycleId", "reviews.cycleId")
    .selectAll("invites")
    .where("cycles.journeyId", "=", journeyId)
    .orderBy("invites.createdAtMs")
    .orderBy("invites.inviteId")
    .execute();
  return rows.map((row) => {
    const { reviewId, boundSessionId, revokedAtMs, ...facts } = inviteRowSchema.parse(row);
    const used: Invite["state"] = boundSessionId === null ? "issued" : "bound";
    const invite: Invite = { ...facts, state: revokedAtMs === null ? used : "revoked" };
    return { reviewId, invite };
  });
}

async function readAims(queries: Queries, journeyId: JourneyId) {
  return queries
    .selectFrom("aims")
    .innerJoin("cycles", "cycles.cycleId", "aims.cycleId")
    .select(["aims.cycleId", "aims.text", "aims.whereWhen", "aims.howDidItGo"])
    .where("cycles.journeyId", "=", journeyId)
    .orderBy("aims.position")
    .execute();
}
