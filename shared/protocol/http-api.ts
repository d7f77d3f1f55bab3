import { z } from "zod";
import { clipMarkSchema, clipMediaSchema } from "#shared/domain/clip.ts";
import {
  clipIdSchema,
  journeyIdSchema,
  mediaIdSchema,
  participantIdSchema,
  reviewIdSchema,
} from "#shared/domain/ids.ts";
import {
  helpingQuestionSchema,
  instantSchema,
  inviteSchema,
  reviewKindSchema,
} from "#shared/domain/journey.ts";
import { nameSchema } from "#shared/domain/people.ts";
import { frameworkSchema } from "#shared/board/framework.ts";
import { ownDoorsRoutes } from "#shared/protocol/own-doors-routes.ts";
import { ownRoutes } from "#shared/protocol/own-routes.ts";
import { checkInRoutes } from "#shared/protocol/check-in-routes.ts";
import { clipWordsRoutes } from "#shared/protocol/clip-words-routes.ts";
import { focusRoutes } from "#shared/protocol/focus-routes.ts";
import { frameworkRoutes } from "#shared/protocol/framework-routes.ts";
import { growthRoutes } from "#shared/protocol/growth-routes.ts";
import { pathIds, route } from "#shared/protocol/http-route.ts";
import { heldRoutes } from "#shared/protocol/held-routes.ts";
import { journeyEndRoutes } from "#shared/protocol/journey-end-routes.ts";
import { journeyRoutes } from "#shared/protocol/journey-routes.ts";
import { notesRoutes } from "#shared/protocol/notes-routes.ts";
import { organisationRoutes } from "#shared/protocol/organisation-routes.ts";
import { peopleRoutes } from "#shared/protocol/people-routes.ts";
import { rehearsalRoutes } from "#shared/protocol/rehearsal-routes.ts";
import { reportRoutes } from "#shared/protocol/report-routes.ts";
import { secretSchema } from "#shared/protocol/secret.ts";
import { passwordSchema, sessionSchema } from "#shared/protocol/session.ts";
import { signingRoutes } from "#shared/protocol/signing-routes.ts";
import { summaryRoutes } from "#shared/protocol/summary-routes.ts";
import { supervisionRoutes } from "#shared/protocol/supervision-routes.ts";
import { stillRoutes } from "#shared/protocol/still-routes.ts";

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
  /** Of the review's own cycle; in the last review also of the first. */
  cycleNumber: z.int().positive(),
  title: z.string(),
  initiative: z.string(),
  description: z.string(),
  /** WebVTT, counted from the clip's start; empty: none. */
  captions: z.string(),
  marks: z.array(clipMarkSchema),
  mediaId: mediaIdSchema,
  media: clipMediaSchema,
});
export type RoomClip = z.infer<typeof roomClipSchema>;

/** Everything a browser needs to take its seat, fetched after being let in. */
export const roomSchema = z.strictObject({
  reviewId: reviewIdSchema,
  journeyId: journeyIdSchema.nullable(),
  cycleNumber: z.int().positive(),
  kind: reviewKindSchema,
  childName: nameSchema,
  practitionerName: nameSchema,
  helpingQuestion: helpingQuestionSchema,
  /** Whether moments may be linked to the Engagement Model. */
  usesOutcomes: z.boolean(),
  me: z.strictObject({
    participantId: participantIdSchema,
    name: nameSchema,
    role: z.enum(["guider", "practitioner", "supervisor"]),
  }),
  clips: z.array(roomClipSchema),
  /** The organisation's words for the principles a moment can be an example of. */
  framework: frameworkSchema,
  /** How to reach the organisation's safeguarding lead; empty while nobody has said. */
  safeguardingContact: z.string(),
  boardEpoch: z.uuid(),
});
export type Room = z.infer<typeof roomSchema>;

/**
 * The HTTP interface as one table: the server mounts its handlers from it, the browser calls through it,
 * the matrix test and docs/protocol.md walk it.
 */
export const httpApi = {
  readSession: route({
    method: "GET",
    path: "/api/session",
    action: "session:read",
    params: pathIds.none,
    body: null,
    answer: sessionSchema,
  }),
  endSession: route({
    method: "DELETE",
    path: "/api/session",
    action: "session:end",
    params: pathIds.none,
    body: z.strictObject({ sharedComputer: z.boolean() }),
    answer: null,
  }),
  setUp: route({
    method: "POST",
    path: "/api/set-up",
    action: "account:set-up",
    params: pathIds.none,
    body: z.strictObject({ secret: secretSchema, name: nameSchema, password: passwordSchema }),
    answer: sessionSchema,
  }),
  signIn: route({
    method: "POST",
    path: "/api/sign-in",
    action: "account:sign-in",
    params: pathIds.none,
    body: z.strictObject({ name: nameSchema, password: z.string().min(1).max(200) }),
    answer: sessionSchema,
  }),
  /** Only while the server runs the demo: its printed link signs the demo guider in. */
  signInToDemo: route({
    method: "POST",
    path: "/api/sign-in/demo",
    action: "account:sign-in",
    params: pathIds.none,
    body: z.strictObject({ secret: secretSchema }),
    answer: sessionSchema,
  }),

  ...heldRoutes,
  ...journeyRoutes,
  ...journeyEndRoutes,
  ...focusRoutes,
  ...checkInRoutes,
  ...ownRoutes,
  ...ownDoorsRoutes,
  ...clipWordsRoutes,
  ...notesRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...growthRoutes,
  ...rehearsalRoutes,
  ...reportRoutes,
  ...signingRoutes,
  ...stillRoutes,
  ...summaryRoutes,
  ...supervisionRoutes,
  ...frameworkRoutes,

  endReview: route({
    method: "POST",
    path: "/api/reviews/:reviewId/end",
    action: "review:end",
    params: pathIds.review,
    body: null,
    answer: null,
  }),
  lockReview: route({
    method: "PUT",
    path: "/api/reviews/:reviewId/lock",
    action: "review:lock",
    params: pathIds.review,
    body: z.strictObject({ locked: z.boolean() }),
    answer: null,
  }),
  readRoom: route({
    method: "GET",
    path: "/api/reviews/:reviewId/room",
    action: "room:enter",
    params: pathIds.review,
    body: null,
    answer: roomSchema,
  }),

  issueInvite: route({
    method: "POST",
    path: "/api/reviews/:reviewId/invites",
    action: "invite:issue",
    params: pathIds.review,
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
    params: pathIds.invite,
    body: null,
    answer: null,
  }),
  answerKnock: route({
    method: "POST",
    path: "/api/invites/:inviteId/answer",
    action: "guest:answer",
    params: pathIds.invite,
    body: z.strictObject({ knockId: z.uuid(), answer: z.enum(["let-in", "not-now"]) }),
    answer: null,
  }),
  askOut: route({
    method: "POST",
    path: "/api/invites/:inviteId/ask-out",
    action: "guest:ask-out",
    params: pathIds.invite,
    body: null,
    answer: null,
  }),

  openWayIn: route({
    method: "POST",
    path: "/api/way-in",
    action: "way-in:open",
    params: pathIds.none,
    body: z.strictObject({ secret: secretSchema }),
    answer: wayInSchema,
  }),
  readWayIn: route({
    method: "GET",
    path: "/api/way-in",
    action: "way-in:read",
    params: pathIds.none,
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
