import type { types } from "mediasoup";
import { z } from "zod";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { CallMember, RouterParameters, callAsks } from "#shared/protocol/call-events.ts";

/** `call-lost`: there is no such transport or track any more. `invalid`: the router could not read it. */
export type MediaRefusal = "call-lost" | "invalid";
type Outcome<Value = null> = Promise<Result<Value, MediaRefusal>>;
type Direction = "send" | "receive";
type AnswerOf<Name extends keyof typeof callAsks> = z.infer<
  NonNullable<(typeof callAsks)[Name]["answer"]>
>;
type Wanted<Name extends keyof typeof callAsks> = Omit<
  z.infer<(typeof callAsks)[Name]["schema"]>,
  "callEpoch"
>;

/** Sound and a small face take a tenth of it; nobody can send more into the router. */
const mostIncomingBitsPerSecond = 1_500_000;

/** Read before mediasoup packs it for its worker: what breaks in the middle of that would break what follows. */
const dtlsParametersSchema = z.strictObject({
  role: z.enum(["auto", "client", "server"]).optional(),
  fingerprints: z
    .array(
      z.strictObject({
        algorithm: z.enum(["sha-1", "sha-224", "sha-256", "sha-384", "sha-512"]),
        value: z.string().regex(/^[0-9A-Fa-f:]{1,200}$/),
      }),
    )
    .min(1)
    .max(8),
});

/** What one person sends into a call's router and receives from it: a transport each way, one track of each kind. */
export interface CallMedia {
  /** What this person sends now, as everybody is told. */
  produced(): CallMember["produced"];
  /** Instead of the transport there was in this direction. */
  open(direction: Direction): Outcome<AnswerOf<"transport:open">>;
  connect(wanted: Wanted<"transport:connect">): Outcome;
  restart(wanted: Wanted<"transport:restart">): Outcome<AnswerOf<"transport:restart">>;
  /** Instead of the track there was of this kind. */
  produce(wanted: Wanted<"track:produce">): Outcome<AnswerOf<"track:produce">>;
  /** Somebody else's track; never one's own. */
  consume(wanted: Wanted<"track:consume">): Outcome<AnswerOf<"track:consume">>;
  setPaused(trackId: string, isPaused: boolean): Outcome;
  closeTrack(trackId: string): Outcome;
  close(): void;
}

/** Opens nothing yet. `senders`: whose each track of this router is. */
export function createCallMedia(parts: {
  readonly router: types.Router;
  readonly webRtcServer: types.WebRtcServer;
  readonly senders: Map<string, CallMedia>;
}): CallMedia {
  const { router, webRtcServer, senders } = parts;
  const transports = new Map<Direction, types.WebRtcTransport>();
  const producers = new Map<types.MediaKind, types.Producer>();
  const consumers = new Map<string, types.Consumer>();
  let isClosed = false;

  /** mediasoup throws at what it cannot read; when its worker is gone it throws at everything. */
  async function attempt<Value>(work: () => Outcome<Value>): Outcome<Value> {
    if (isClosed) return fail("call-lost");
    try {
      return await work();
    } catch {
      return fail(router.closed || isClosed ? "call-lost" : "invalid");
    }
  }

  const transportOf = (transportId: string, direction?: Direction) =>
    [...transports].find(
      ([way, { id, closed }]) =>
        id === transportId && !closed && (direction === undefined || direction === way),
    )?.[1];
  const trackOf = (trackId: string) =>
    [...producers.values(), ...consumers.values()].find(
      ({ id, closed }) => id === trackId && !closed,
    );

  const media: CallMedia = {
    produced: () =>
      [...producers.values()]
        .filter(({ closed }) => !closed)
        .map(({ id, kind, paused }) => ({ producerId: id, kind, isPaused: paused })),
    open: (direction) =>
      attempt(async () => {
        const transport = await router.createWebRtcTransport({
          webRtcServer,
          enableUdp: true,
          enableTcp: true,
          preferUdp: true,
        });
        if (isClosed) transport.close();
        if (transport.closed) return fail("call-lost");
        transports.get(direction)?.close();
        transports.set(direction, transport);
        if (direction === "send") await transport.setMaxIncomingBitrate(mostIncomingBitsPerSecond);
        return ok({
          transportId: transport.id,
          iceParameters: plain(transport.iceParameters),
          iceCandidates: transport.iceCandidates.map(plain),
          dtlsParameters: plain(transport.dtlsParameters),
        });
      }),
    connect: ({ transportId, dtlsParameters }) =>
      attempt(async () => {
        const transport = transportOf(transportId);
        if (transport === undefined) return fail("call-lost");
        const read = dtlsParametersSchema.safeParse(dtlsParameters);
        if (!read.success) return fail("invalid");
        const { role = "auto", fingerprints } = read.data;
        await transport.connect({ dtlsParameters: { role, fingerprints } });
        return ok(null);
      }),
    restart: ({ transportId }) =>
      attempt(async () => {
        const transport = transportOf(transportId);
        if (transport === undefined) return fail("call-lost");
        return ok({ iceParameters: plain(await transport.restartIce()) });
      }),
    produce: ({ transportId, kind, rtpParameters, isPaused }) =>
      attempt(async () => {
        const transport = transportOf(transportId, "send");
        if (transport === undefined) return fail("call-lost");
        producers.get(kind)?.close(); // first: the new one may go by the same number in its transport
        const producer = await transport.produce({
          kind,
          rtpParameters: rtpParameters as unknown as types.RtpParameters, // mediasoup reads it strictly
          paused: isPaused,
        });
        if (isGone(transport, producer)) return fail("call-lost");
        producers.set(kind, producer);
        senders.set(producer.id, media);
        producer.observer.once("close", () => senders.delete(producer.id));
        return ok({ producerId: producer.id });
      }),
    consume: ({ transportId, producerId, rtpCapabilities }) =>
      attempt(async () => {
        const transport = transportOf(transportId, "receive");
        const sender = senders.get(producerId);
        if (transport === undefined || sender === undefined) return fail("call-lost");
        const readable = rtpCapabilities as types.RtpCapabilities; // mediasoup reads it strictly
        if (sender === media || !router.canConsume({ producerId, rtpCapabilities: readable }))
          return fail("invalid");
        const consumer = await transport.consume({
          producerId,
          rtpCapabilities: readable,
          paused: true,
        });
        if (isGone(transport, consumer)) return fail("call-lost");
        consumers.get(producerId)?.close();
        consumers.set(producerId, consumer);
        consumer.observer.once("close", () => {
          if (consumers.get(producerId) === consumer) consumers.delete(producerId);
        });
        return ok({ consumerId: consumer.id, rtpParameters: plain(consumer.rtpParameters) });
      }),
    setPaused: (trackId, isPaused) =>
      attempt(async () => {
        const track = trackOf(trackId);
        if (track === undefined) return fail("call-lost");
        await (isPaused ? track.pause() : track.resume());
        return ok(null);
      }),
    closeTrack: (trackId) =>
      attempt(async () => {
        const track = trackOf(trackId);
        if (track === undefined) return fail("call-lost");
        track.close();
        return ok(null);
      }),
    close() {
      isClosed = true;
      for (const transport of transports.values()) transport.close();
    },
  };
  return media;
}

/** Whether a transport was closed while this track was being made on it: then nobody else closes the track. */
function isGone(transport: types.WebRtcTransport, track: { close(): void }): boolean {
  if (transport.closed) track.close();
  return transport.closed;
}

/** mediasoup's parameters are plain JSON by their own description; its types leave room for `undefined`. */
function plain(parameters: object): RouterParameters {
  return parameters as RouterParameters;
}
