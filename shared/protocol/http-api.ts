import { z } from "zod";
import { clipMediaSchema, clipSchema, newClipSchema } from "#shared/domain/clip.ts";
import {
  accountIdSchema,
  clipIdSchema,
  cycleIdSchema,
  inviteIdSchema,
  journeyIdSchema,
  mediaIdSchema,
  participantIdSchema,
  personIdSchema,
  reviewIdSchema,
} from "#shared/domain/ids.ts";
import {
  cycleSchema,
  helpingQuestionSchema,
  instantSchema,
  inviteSchema,
  journeySchema,
  journeySummarySchema,
  newGoalSchema,
  newJourneySchema,
  goalsPerJourney,
  reviewSchema,
} from "#shared/domain/journey.ts";
import {
  nameSchema,
  permissionStatusSchema,
  personSchema,
  purposeSchema,
  relationSchema,
} from "#shared/domain/people.ts";
import type { Action } from "#shared/domain/permissions.ts";

/**
 * The HTTP interface as one table: the server mounts its handlers from it, the browser calls through it,
 * the matrix test and docs/protocol.md walk it. A route names the action it needs and, by the one id in
 * its path, the thing it is about.
 */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly action: Action;
  readonly params: z.ZodObject;
  /** `null` where the request has no JSON body. */
  readonly body: z.ZodType | null;
  /** `null` answers 204 without a body. */
  readonly answer: z.ZodType | null;
}

function route<const R extends Route>(definition: R): R {
  return definition;
}

const none = z.strictObject({});
const inJourney = z.strictObject({ journeyId: journeyIdSchema });
const inCycle = z.strictObject({ cycleId: cycleIdSchema });
const ofPerson = z.strictObject({ personId: personIdSchema });
const ofClip = z.strictObject({ clipId: clipIdSchema });
const inReview = z.strictObject({ reviewId: reviewIdSchema });
const ofInvite = z.strictObject({ inviteId: inviteIdSchema });

/** 32 random bytes as base64url: set-up, sign-in and review links carry one in their fragment. */
export const secretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** A new password; long is what counts. */
export const passwordSchema = z.string().min(10).max(200);

/** Who this browser is to the server. */
export const sessionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none"), setUpDone: z.boolean() }),
  z.strictObject({ kind: z.literal("guider"), accountId: accountIdSchema, name: nameSchema }),
  z.strictObject({
    kind: z.literal("guest"),
    reviewId: reviewIdSchema,
    name: nameSchema,
    role: z.enum(["practitioner", "supervisor"]),
    seat: z.enum(["link", "lobby", "admitted"]),
  }),
]);
export type Session = z.infer<typeof sessionSchema>;

/** The way in: what a guest may know before being let in. No roster, no clip, no child's name. */
export const wayInSchema = z.strictObject({
  reviewId: reviewIdSchema,
  guestName: nameSchema,
  guiderName: nameSchema,
  role: z.enum(["practitioner", "supervisor"]),
  when: z.enum(["open", "early", "late", "ended", "revoked"]),
  opensAtMs: instantSchema,
  closesAtMs: instantSchema,
  startsAtMs: instantSchema,
  clipCount: z.int().nonnegative(),
  seat: z.enum(["link", "lobby", "admitted"]),
});
export type WayIn = z.infer<typeof wayInSchema>;

/** A clip as both see it in the room, with where this session fetches its bytes. */
export const roomClipSchema = z.strictObject({
  clipId: clipIdSchema,
  title: z.string(),
  initiative: z.string(),
  description: z.string(),
  mediaId: mediaIdSchema,
  media: clipMediaSchema,
});
export type RoomClip = z.infer<typeof roomClipSchema>;

/** Everything a browser needs to take its seat, fetched after being let in. */
export const roomSchema = z.strictObject({
  reviewId: reviewIdSchema,
  journeyId: journeyIdSchema.nullable(),
  cycleNumber: z.int().positive(),
  childName: nameSchema,
  helpingQuestion: helpingQuestionSchema,
  me: z.strictObject({
    participantId: participantIdSchema,
    name: nameSchema,
    role: z.enum(["guider", "practitioner", "supervisor"]),
  }),
  clips: z.array(roomClipSchema),
  boardEpoch: z.uuid(),
});
export type Room = z.infer<typeof roomSchema>;

/** Every route by its name. */
export const httpApi = {
  readSession: route({
    method: "GET",
    path: "/api/session",
    action: "session:read",
    params: none,
    body: null,
    answer: sessionSchema,
  }),
  endSession: route({
    method: "DELETE",
    path: "/api/session",
    action: "session:end",
    params: none,
    body: z.strictObject({ sharedComputer: z.boolean() }),
    answer: null,
  }),
  setUp: route({
    method: "POST",
    path: "/api/set-up",
    action: "account:set-up",
    params: none,
    body: z.strictObject({ secret: secretSchema, name: nameSchema, password: passwordSchema }),
    answer: sessionSchema,
  }),
  signIn: route({
    method: "POST",
    path: "/api/sign-in",
    action: "account:sign-in",
    params: none,
    body: z.strictObject({ name: nameSchema, password: z.string().min(1).max(200) }),
    answer: sessionSchema,
  }),
  /** Only while the server runs the demo: its printed link signs the demo guider in. */
  signInToDemo: route({
    method: "POST",
    path: "/api/sign-in/demo",
    action: "account:sign-in",
    params: none,
    body: z.strictObject({ secret: secretSchema }),
    answer: sessionSchema,
  }),

  listJourneys: route({
    method: "GET",
    path: "/api/journeys",
    action: "journey:list",
    params: none,
    body: null,
    answer: z.array(journeySummarySchema),
  }),
  createJourney: route({
    method: "POST",
    path: "/api/journeys",
    action: "journey:create",
    params: none,
    body: newJourneySchema,
    answer: journeySchema,
  }),
  readJourney: route({
    method: "GET",
    path: "/api/journeys/:journeyId",
    action: "journey:read",
    params: inJourney,
    body: null,
    answer: journeySchema,
  }),
  setHelpingQuestion: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/helping-question",
    action: "journey:edit",
    params: inJourney,
    body: z.strictObject({ helpingQuestion: helpingQuestionSchema }),
    answer: null,
  }),
  setGoals: route({
    method: "PUT",
    path: "/api/journeys/:journeyId/goals",
    action: "journey:edit",
    params: inJourney,
    body: z.array(newGoalSchema).max(goalsPerJourney),
    answer: null,
  }),
  addPerson: route({
    method: "POST",
    path: "/api/journeys/:journeyId/people",
    action: "journey:edit",
    params: inJourney,
    body: z.strictObject({ name: nameSchema, relation: relationSchema }),
    answer: personSchema,
  }),
  recordPermission: route({
    method: "PUT",
    path: "/api/people/:personId/permission",
    action: "journey:edit",
    params: ofPerson,
    body: z.strictObject({ purpose: purposeSchema, status: permissionStatusSchema }),
    answer: personSchema,
  }),
  startCycle: route({
    method: "POST",
    path: "/api/journeys/:journeyId/cycles",
    action: "journey:edit",
    params: inJourney,
    body: null,
    answer: cycleSchema,
  }),

  addClip: route({
    method: "POST",
    path: "/api/cycles/:cycleId/clips",
    action: "clip:add",
    params: inCycle,
    body: newClipSchema,
    answer: clipSchema,
  }),
  /** The body is the file itself (`Content-Type: application/octet-stream`), at most 200 MiB. */
  putClipFile: route({
    method: "PUT",
    path: "/api/clips/:clipId/file",
    action: "clip:add",
    params: ofClip,
    body: null,
    answer: clipSchema,
  }),
  removeClip: route({
    method: "DELETE",
    path: "/api/clips/:clipId",
    action: "clip:remove",
    params: ofClip,
    body: null,
    answer: null,
  }),

  planReview: route({
    method: "POST",
    path: "/api/cycles/:cycleId/reviews",
    action: "review:plan",
    params: inCycle,
    body: z.strictObject({ startsAtMs: instantSchema }),
    answer: reviewSchema,
  }),
  endReview: route({
    method: "POST",
    path: "/api/reviews/:reviewId/end",
    action: "review:end",
    params: inReview,
    body: null,
    answer: null,
  }),
  lockReview: route({
    method: "PUT",
    path: "/api/reviews/:reviewId/lock",
    action: "review:lock",
    params: inReview,
    body: z.strictObject({ locked: z.boolean() }),
    answer: null,
  }),
  readRoom: route({
    method: "GET",
    path: "/api/reviews/:reviewId/room",
    action: "room:enter",
    params: inReview,
    body: null,
    answer: roomSchema,
  }),

  issueInvite: route({
    method: "POST",
    path: "/api/reviews/:reviewId/invites",
    action: "invite:issue",
    params: inReview,
    body: z.strictObject({
      name: nameSchema,
      role: z.enum(["practitioner", "supervisor"]),
      closesAtMs: instantSchema.optional(),
    }),
    answer: z.strictObject({ invite: inviteSchema, secret: secretSchema }),
  }),
  revokeInvite: route({
    method: "DELETE",
    path: "/api/invites/:inviteId",
    action: "invite:revoke",
    params: ofInvite,
    body: null,
    answer: null,
  }),
  answerKnock: route({
    method: "POST",
    path: "/api/invites/:inviteId/answer",
    action: "guest:answer",
    params: ofInvite,
    body: z.strictObject({ knockId: z.uuid(), answer: z.enum(["let-in", "not-now"]) }),
    answer: null,
  }),
  askOut: route({
    method: "POST",
    path: "/api/invites/:inviteId/ask-out",
    action: "guest:ask-out",
    params: ofInvite,
    body: null,
    answer: null,
  }),

  openWayIn: route({
    method: "POST",
    path: "/api/way-in",
    action: "way-in:open",
    params: none,
    body: z.strictObject({ secret: secretSchema }),
    answer: wayInSchema,
  }),
  readWayIn: route({
    method: "GET",
    path: "/api/way-in",
    action: "way-in:read",
    params: none,
    body: null,
    answer: wayInSchema,
  }),
} as const;

/** The table as a type, for callers and handlers. */
export type HttpApi = typeof httpApi;
/** The name of a route, as handlers and callers use it. */
export type RouteName = keyof HttpApi;

/** Where a clip's bytes are; ranges, checked on each request, never stored by the browser. */
export const mediaPath = "/m/:mediaId";

/** What a refused request answers, with the status of its reason. */
export const refusedSchema = z.strictObject({
  reason: z.string(),
  /** Plain facts for the sentence: names of the people whose permission is missing, a limit. */
  details: z.array(z.string()).optional(),
});
