import { z } from "zod";
import {
  clipIdSchema,
  commandIdSchema,
  observationIdSchema,
  participantIdSchema,
} from "#shared/domain/ids.ts";
import { nameSchema } from "#shared/domain/people.ts";
import { timelineCommandSchema, timelineSchema } from "#shared/playback/timeline.ts";
import { pointSchema, viewSchema } from "#shared/playback/view.ts";
import { companySchema } from "./company.ts";
import { roomCloseReasons } from "./close-reasons.ts";
import { agendaAsks, agendaTells } from "./agenda-events.ts";
import { endingAsks, endingTells } from "./ending-events.ts";
import { callAsks, callTells } from "./call-events.ts";
import { ask } from "./events.ts";
import { nextFilmAsks, nextFilmTells } from "./next-film-events.ts";
import { plannedEndAsks, plannedEndTells } from "./planned-end-events.ts";
import { promptAsks, promptTells } from "./prompt-events.ts";
import { focusAsks, focusTells } from "./focus-events.ts";
import { firstAsks, firstTells } from "./first-events.ts";

/**
 * The namespace `/room`: one connection per tab of somebody who is in. The handshake's `auth` carries
 * which review and which tab; who it is comes from the cookie.
 */
export const roomHandshakeSchema = z.strictObject({
  reviewId: z.uuid(),
  /** Random per page load: the newest tab of a person has the seat. */
  tabId: z.uuid(),
  /** Take the seat from an older tab. A reconnecting tab that lost it does not take it back. */
  takeSeat: z.boolean(),
});

/** How somebody's picture is getting on; `unseen` is a hidden tab, `blocked` waits for a tap. */
export const pictureStateSchema = z.enum(["loading", "ready", "stalled", "unseen", "blocked"]);

/** Somebody in the room as the others see them. */
export const memberSchema = z.strictObject({
  participantId: participantIdSchema,
  name: nameSchema,
  role: z.enum(["guider", "practitioner", "supervisor"]),
  link: z.enum(["here", "lost", "away"]),
  company: companySchema.nullable(),
  picture: pictureStateSchema,
  /** Looks on their own for now: nothing they do moves the others, and nobody waits for them. */
  isOnOwn: z.boolean(),
  /** 0-3: presence colour and ring pattern, in the order of arrival. */
  colour: z.int().min(0).max(3),
});
export type Member = z.infer<typeof memberSchema>;

/** Who covers the picture now, in the order they did. Empty: uncovered. */
export const coverSchema = z.strictObject({
  by: z.array(participantIdSchema),
  /** True when every coverer has been gone for 60 s, so that the others may lift it. */
  liftableByOthers: z.boolean(),
});
export type Cover = z.infer<typeof coverSchema>;

/** Whether everybody who follows has reported the frame the timeline is paused on. */
export const agreementSchema = z.strictObject({
  epoch: z.uuid(),
  revision: z.int().nonnegative(),
  frame: z.int().nonnegative(),
  /** `waiting`: not everybody has reported yet, or somebody came or went. */
  state: z.enum(["waiting", "together", "differs"]),
  /** The participants whose shown frame differs. */
  differing: z.array(participantIdSchema),
});
export type Agreement = z.infer<typeof agreementSchema>;

/** The film stands because somebody's picture is awaited; it goes on by itself once it is there. */
export const gateSchema = z.strictObject({
  /** `start`: play was pressed. `stall`: both were held on the frame of somebody whose picture stood still. */
  kind: z.enum(["start", "stall"]),
  awaited: z.array(participantIdSchema).min(1),
  /** Who pressed play; null for a stall. */
  by: participantIdSchema.nullable(),
  /** Four seconds have passed: anybody may go on without the awaited. */
  mayGoOn: z.boolean(),
});
export type Gate = z.infer<typeof gateSchema>;

/** What part of the picture everybody in step looks at. */
export const viewUpdateSchema = z.strictObject({
  view: viewSchema,
  by: participantIdSchema.nullable(),
});

/** The timeline, or null while the room has no clip that may be played. */
export const timelineUpdateSchema = z.strictObject({
  timeline: timelineSchema.nullable(),
  serverNowMs: z.number(),
});

/** All that a page needs to take part, told when it enters. */
export const welcomeSchema = z.strictObject({
  ...timelineUpdateSchema.shape,
  me: participantIdSchema,
  members: z.array(memberSchema),
  cover: coverSchema,
  agreement: agreementSchema.nullable(),
  gate: gateSchema.nullable(),
  view: viewUpdateSchema,
  seated: z.boolean(),
  locked: z.boolean(),
});
export type Welcome = z.infer<typeof welcomeSchema>;

const atTimeline = { epoch: z.uuid(), revision: z.int().nonnegative() };

/** What a seated tab may ask. */
export const roomAsks = {
  /** Also the room's heartbeat: a partner silent for 6 s is named as lost. */
  "clock:ping": ask({
    action: "room:report",
    schema: z.strictObject({}),
    answer: z.strictObject({ serverNowMs: z.number() }),
  }),
  "playback:command": ask({
    action: "playback:command",
    schema: z.strictObject({
      commandId: commandIdSchema,
      ...atTimeline,
      command: timelineCommandSchema,
    }),
    answer: timelineUpdateSchema,
  }),
  /** The frame really on screen, read from the presented picture, after a pause, seek or step. */
  "playback:shown": ask({
    action: "room:report",
    schema: z.strictObject({ ...atTimeline, clipId: clipIdSchema, frame: z.int().nonnegative() }),
    answer: null,
  }),
  "member:report": ask({
    action: "room:report",
    schema: z.strictObject({
      picture: pictureStateSchema,
      /** The frame the picture stands on or last showed; null while there is none. */
      frame: z.int().nonnegative().nullable(),
      roundTripMs: z.number().min(0).max(600_000),
      startLatencyMs: z.number().min(0).max(5_000),
      /** An instant, in whole ms, at which this picture can begin to move exactly; others lie a beat of the screen apart. */
      beatAtServerMs: z.int().nonnegative().nullable(),
    }),
    answer: null,
  }),
  "company:say": ask({
    action: "company:say",
    schema: z.strictObject({ company: companySchema }),
    answer: null,
  }),
  "cover:put": ask({ action: "cover:use", schema: z.strictObject({}), answer: null }),
  "cover:lift": ask({ action: "cover:use", schema: z.strictObject({}), answer: null }),
  /** Pauses both on this frame and opens one observation; a second hold within the same revision finds the first. */
  "moment:hold": ask({
    action: "moment:hold",
    schema: z.strictObject({
      commandId: commandIdSchema,
      ...atTimeline,
      clipId: clipIdSchema,
      frame: z.int().nonnegative(),
    }),
    answer: z.strictObject({ observationId: observationIdSchema, created: z.boolean() }),
  }),
  /** "Do more of": an aim, begun from an observation's words or empty. At most three. */
  "aim:add": ask({
    action: "aim:add",
    schema: z.strictObject({
      commandId: commandIdSchema,
      fromObservationId: observationIdSchema.nullable(),
    }),
    answer: z.strictObject({ aimId: z.uuid() }),
  }),
  /** Takes an aim away; one that has gone already is gone. */
  "aim:remove": ask({
    action: "aim:remove",
    schema: z.strictObject({ commandId: commandIdSchema, aimId: z.uuid() }),
    answer: null,
  }),
  /** My own moment: one for each person, so that pinning another moves the pin. */
  "moment:pin": ask({
    action: "moment:pin",
    schema: z.strictObject({
      commandId: commandIdSchema,
      observationId: observationIdSchema,
      isPinned: z.boolean(),
    }),
    answer: null,
  }),
  /** Starts, or goes on, without those who are awaited. Until their picture is there they hold nobody up. */
  "gate:pass": ask({ action: "playback:command", schema: z.strictObject({}), answer: null }),
  /** The newest view counts; another clip begins whole. */
  "view:set": ask({
    action: "playback:command",
    schema: z.strictObject({ clipId: clipIdSchema, view: viewSchema }),
    answer: null,
  }),
  /** A ring on the picture; null takes it away. At most 20 a second. */
  "pointer:move": ask({
    action: "playback:command",
    schema: z.strictObject({ clipId: clipIdSchema, at: pointSchema.nullable() }),
    answer: null,
  }),
  /** Off the shared timeline and back to it. */
  "own:look": ask({
    action: "room:report",
    schema: z.strictObject({ isOnOwn: z.boolean() }),
    answer: null,
  }),
  ...agendaAsks,
  ...endingAsks,
  ...firstAsks,
  ...focusAsks,
  ...nextFilmAsks,
  ...plannedEndAsks,
  ...promptAsks,
  ...callAsks,
  /** This tab takes the seat back from a newer one. */
  "seat:take": ask({ action: "room:report", schema: z.strictObject({}), answer: null }),
} as const;

/** What the server tells everybody in the room. */
export const roomTells = {
  "room:welcomed": welcomeSchema,
  "playback:changed": timelineUpdateSchema,
  "playback:agreed": agreementSchema,
  "members:changed": z.array(memberSchema),
  "cover:changed": coverSchema,
  "gate:changed": z.strictObject({ gate: gateSchema.nullable() }),
  "view:changed": viewUpdateSchema,
  "pointer:moved": z.strictObject({
    by: participantIdSchema,
    clipId: clipIdSchema,
    at: pointSchema.nullable(),
  }),
  ...agendaTells,
  ...endingTells,
  ...firstTells,
  ...focusTells,
  ...nextFilmTells,
  ...plannedEndTells,
  ...promptTells,
  ...callTells,
  "clips:changed": z.strictObject({}),
  "lock:changed": z.strictObject({ locked: z.boolean() }),
  "moment:held": z.strictObject({ observationId: observationIdSchema, by: participantIdSchema }),
  "seat:moved": z.strictObject({}),
  /** Answer with `clock:ping`: a browser slows the timers of a hidden page, but not what it is told. */
  "beat:asked": z.strictObject({}),
  "room:closed": z.strictObject({ reason: z.enum(roomCloseReasons) }),
} as const;
