import { z } from "zod";
import { participantIdSchema } from "#shared/domain/ids.ts";
import { isBoundedJson } from "#shared/lib/bounded-json.ts";
import { ask } from "./events.ts";

/** How many people one call has room for: a guider, a practitioner, a supervisor, and one more device. */
export const callLimits = { people: 4, sdpCharacters: 40_000, candidateCharacters: 1_000 } as const;

/** By which way voices and faces go: from browser to browser, or through the router on the server. */
export const callPathSchema = z.enum(["direct", "router"]);
export type CallPath = z.infer<typeof callPathSchema>;

/** What somebody sends of one kind; `none`: there is no such device, or it was refused. */
export const deviceStateSchema = z.enum(["on", "off", "none"]);
export type DeviceState = z.infer<typeof deviceStateSchema>;

/** A public key of the curve P-256, uncompressed (65 bytes), as base64url: made anew on each page load. */
export const callPublicKeySchema = z.string().regex(/^[A-Za-z0-9_-]{87}$/);

/** Something that is sent through the router. */
const producedSchema = z.strictObject({
  producerId: z.uuid(),
  kind: z.enum(["audio", "video"]),
  /** Nothing is sent for now. */
  isPaused: z.boolean(),
});

/** Somebody in the call: one tab of theirs, the one with the seat. */
export const callMemberSchema = z.strictObject({
  participantId: participantIdSchema,
  /** The same over a server's restart: a direct line to this tab may go on. */
  tabId: z.uuid(),
  microphone: deviceStateSchema,
  camera: deviceStateSchema,
  /** Null: this browser cannot seal its frames, so on the router's path the server could read them. */
  publicKey: callPublicKeySchema.nullable(),
  produced: z.array(producedSchema).max(4),
});
export type CallMember = z.infer<typeof callMemberSchema>;

/** The call of a room as everybody in it is told. */
export const callSchema = z.strictObject({
  /** A new one after a server's restart or a lost router: everybody joins again. */
  callEpoch: z.uuid(),
  path: callPathSchema,
  members: z.array(callMemberSchema).max(callLimits.people),
});
export type Call = z.infer<typeof callSchema>;

/** A server for finding a way through a school's network, with credentials that end with the review. */
export const iceServerSchema = z.strictObject({
  urls: z.array(z.string().regex(/^(?:stun|turns?):/)).min(1),
  username: z.string().nullable(),
  credential: z.string().nullable(),
});
export type IceServer = z.infer<typeof iceServerSchema>;

/** What one browser tells another of its direct line, or of the key it seals with. The server only passes it on. */
export const callSignalSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("description"),
    type: z.enum(["offer", "answer"]),
    /** Which offer it is, or answers: the end that offers counts them. */
    offerNumber: z.int().min(1).max(1_000_000),
    sdp: z.string().max(callLimits.sdpCharacters),
  }),
  /** To the end that offers, from the other one. */
  z.strictObject({ kind: z.literal("offer-wanted") }),
  /** Null: there are no more. */
  z.strictObject({
    kind: z.literal("candidate"),
    candidate: z.string().max(callLimits.candidateCharacters).nullable(),
    sdpMid: z.string().max(16).nullable(),
    sdpMLineIndex: z.int().min(0).max(255).nullable(),
    usernameFragment: z.string().max(256).nullable(),
  }),
  /** The sender's frame key, sealed for the receiver alone: AES-GCM under what both public keys agree on. */
  z.strictObject({
    kind: z.literal("frame-key"),
    keyNumber: z.int().min(0).max(255),
    sealed: z.string().regex(/^[A-Za-z0-9_-]{16,200}$/),
  }),
]);
export type CallSignal = z.infer<typeof callSignalSchema>;

/**
 * The router's own parameters (capabilities, ICE, DTLS, RTP), as mediasoup writes them: plain JSON of a
 * bounded size, read strictly by mediasoup itself.
 */
export const routerParametersSchema = z.record(
  z.string().max(64),
  z.custom<z.core.util.JSONType>((value) => isBoundedJson(value, 6)),
);
export type RouterParameters = z.infer<typeof routerParametersSchema>;

const nothing = z.strictObject({});
const devices = { microphone: deviceStateSchema, camera: deviceStateSchema };
const transport = { callEpoch: z.uuid(), transportId: z.uuid() };

/** What may be asked about the call; every ask needs to be in the room with the seat. */
export const callAsks = {
  /** Comes into the call, or into the new one after a lost one. */
  "call:join": ask({
    action: "call:join",
    schema: z.strictObject({ ...devices, publicKey: callPublicKeySchema.nullable() }),
    answer: z.strictObject({
      call: callSchema,
      iceServers: z.array(iceServerSchema),
      /** What the router can carry; null where there is none, and people talk directly only. */
      routerCapabilities: routerParametersSchema.nullable(),
    }),
  }),
  "call:leave": ask({ action: "call:join", schema: nothing, answer: null }),
  "call:set": ask({ action: "call:join", schema: z.strictObject(devices), answer: null }),
  "call:signal": ask({
    action: "call:join",
    schema: z.strictObject({
      to: participantIdSchema,
      toTabId: z.uuid(),
      signal: callSignalSchema,
    }),
    answer: null,
  }),
  /** How the direct line to somebody is getting on; when one could not be made, everybody moves to the router. */
  "call:report": ask({
    action: "call:join",
    schema: z.strictObject({ to: participantIdSchema, direct: z.enum(["connected", "broken"]) }),
    answer: null,
  }),

  /** A transport to the router; at most one each way. */
  "transport:open": ask({
    action: "call:join",
    schema: z.strictObject({ callEpoch: z.uuid(), direction: z.enum(["send", "receive"]) }),
    answer: z.strictObject({
      transportId: z.uuid(),
      iceParameters: routerParametersSchema,
      iceCandidates: z.array(routerParametersSchema),
      dtlsParameters: routerParametersSchema,
    }),
  }),
  "transport:connect": ask({
    action: "call:join",
    schema: z.strictObject({ ...transport, dtlsParameters: routerParametersSchema }),
    answer: null,
  }),
  /** After the network changed. */
  "transport:restart": ask({
    action: "call:join",
    schema: z.strictObject(transport),
    answer: z.strictObject({ iceParameters: routerParametersSchema }),
  }),
  "track:produce": ask({
    action: "call:join",
    schema: z.strictObject({
      ...transport,
      kind: z.enum(["audio", "video"]),
      rtpParameters: routerParametersSchema,
      isPaused: z.boolean(),
    }),
    answer: z.strictObject({ producerId: z.uuid() }),
  }),
  /** Somebody else's track, paused until `track:resume`. */
  "track:consume": ask({
    action: "call:join",
    schema: z.strictObject({
      ...transport,
      producerId: z.uuid(),
      rtpCapabilities: routerParametersSchema,
    }),
    answer: z.strictObject({ consumerId: z.uuid(), rtpParameters: routerParametersSchema }),
  }),
  "track:resume": ask({
    action: "call:join",
    schema: z.strictObject({ callEpoch: z.uuid(), trackId: z.uuid() }),
    answer: null,
  }),
  "track:pause": ask({
    action: "call:join",
    schema: z.strictObject({ callEpoch: z.uuid(), trackId: z.uuid() }),
    answer: null,
  }),
  "track:close": ask({
    action: "call:join",
    schema: z.strictObject({ callEpoch: z.uuid(), trackId: z.uuid() }),
    answer: null,
  }),
} as const;

/** What those in the call are told. */
export const callTells = {
  "call:changed": callSchema,
  "call:signalled": z.strictObject({
    from: participantIdSchema,
    fromTabId: z.uuid(),
    signal: callSignalSchema,
  }),
  /** The server ended this tab's part in the call; `lost`: the router was lost, join again. */
  "call:ended": z.strictObject({ reason: z.enum(["lost", "moved", "off"]) }),
} as const;
