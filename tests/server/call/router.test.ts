import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RouterParameters } from "#shared/protocol/call-events.ts";
import { killWorker } from "#tests/helpers/call-faults.ts";
import { callSettings, callWorker } from "#tests/helpers/call-worker.ts";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { openMatrixHouse } from "#tests/helpers/matrix-house.ts";
import type { MatrixHouse } from "#tests/helpers/matrix-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { heard } from "#tests/helpers/review-house.ts";
import { membersOf, openCallPage } from "#tests/server/call/call-house.ts";
import type { CallPage } from "#tests/server/call/call-house.ts";
import {
  dtlsParameters,
  opusCapabilities,
  opusParameters,
  spoiledDeeply,
  vp8Parameters,
} from "#tests/server/call/fake-rtp.ts";

const lost = { ok: false, reason: "call-lost" };
const invalid = { ok: false, reason: "invalid" };

describe.skipIf(callWorker === null)("calls through the router (needs its worker)", () => {
  let server: TestServer;
  let house: MatrixHouse;
  let other: MatrixHouse;
  beforeAll(async () => {
    const environment = { ...callSettings, CALL_MODE: "sfu" };
    server = await startTestServer({ hasRouter: true, environment });
    house = await openMatrixHouse(server, "live");
    other = await openMatrixHouse(server, "live");
  });
  afterAll(async () => {
    house.close();
    other.close();
    await server.close();
  });

  async function joined(kind: "guider" | "practitioner" | "supervisor", where = house) {
    const page = await openCallPage(where.browser(kind), where.reviewId);
    const { call } = await page.join();
    return { page, callEpoch: call.callEpoch };
  }
  type In = Awaited<ReturnType<typeof joined>>;

  async function open({ page, callEpoch }: In, direction: "send" | "receive") {
    const { transportId } = await page.want("transport:open", { callEpoch, direction });
    return { callEpoch, transportId };
  }
  const speak = async (person: In, ssrc = 1_111) => {
    const at = await open(person, "send");
    const rtpParameters = opusParameters(ssrc);
    return await person.page.want("track:produce", {
      ...at,
      kind: "audio",
      rtpParameters,
      isPaused: false,
    });
  };

  it("[CL5] a voice goes from one to the other: transports, keys, tracks, and everybody is told", async () => {
    const nadia = await joined("guider");
    const callum = await joined("practitioner");
    const send = await open(nadia, "send");
    const told = callum.page.news(({ members }) => members.some(({ produced }) => produced.length));

    await nadia.page.want("transport:connect", { ...send, dtlsParameters });
    const { producerId } = await nadia.page.want("track:produce", {
      ...send,
      kind: "audio",
      rtpParameters: opusParameters(1_111),
      isPaused: false,
    });
    const receive = await open(callum, "receive");
    const { consumerId, rtpParameters } = await callum.page.want("track:consume", {
      ...receive,
      producerId,
      rtpCapabilities: opusCapabilities,
    });
    const { callEpoch } = callum;
    await callum.page.want("track:resume", { callEpoch, trackId: consumerId });
    const { iceParameters } = await callum.page.want("transport:restart", receive);

    expect((await told).path).toBe("router");
    expect((await told).members.flatMap(({ produced }) => produced)).toEqual([
      { producerId, kind: "audio", isPaused: false },
    ]);
    expect(rtpParameters).toMatchObject({ codecs: [{ mimeType: "audio/opus" }] });
    expect(iceParameters).toMatchObject({ iceLite: true });
  });

  it("[CL5] one track of each kind and one transport each way: another takes its place", async () => {
    const nadia = await joined("guider");
    const first = await speak(nadia);
    const send = await open(nadia, "send");

    const { producerId } = await nadia.page.want("track:produce", {
      ...send,
      kind: "video",
      rtpParameters: vp8Parameters(2_222),
      isPaused: true,
    });
    const again = await nadia.page.want("track:produce", {
      ...send,
      kind: "video",
      rtpParameters: vp8Parameters(2_223),
      isPaused: false,
    });

    const { call } = await nadia.page.join();
    expect(call.members[0]?.produced).toEqual([
      { producerId: again.producerId, kind: "video", isPaused: false },
    ]);
    const { callEpoch } = nadia;
    for (const trackId of [first.producerId, producerId])
      expect(await nadia.page.ask("track:pause", { callEpoch, trackId })).toEqual(lost);
  });

  it("[CL5] a paused and a closed track are told, and end where they are heard", async () => {
    const nadia = await joined("guider");
    const callum = await joined("practitioner");
    const { producerId } = await speak(nadia);
    const { callEpoch } = nadia;
    const receive = await open(callum, "receive");
    const { consumerId } = await callum.page.want("track:consume", {
      ...receive,
      producerId,
      rtpCapabilities: opusCapabilities,
    });

    const paused = callum.page.news();
    await nadia.page.want("track:pause", { callEpoch, trackId: producerId });
    const closed = paused.then(() => callum.page.news());
    await paused;
    await nadia.page.want("track:close", { callEpoch, trackId: producerId });

    expect((await paused).members[0]?.produced).toMatchObject([{ isPaused: true }]);
    expect((await closed).members[0]?.produced).toEqual([]);
    const gone = await callum.page.ask("track:resume", { callEpoch, trackId: consumerId });
    expect(gone).toEqual(lost);
  });

  it("[CL5] nobody is sent their own voice, or one of another room, or by a transport of another", async () => {
    const nadia = await joined("guider");
    const callum = await joined("practitioner");
    const stranger = await joined("guider", other);
    const { producerId } = await speak(nadia);
    const strange = await speak(stranger);
    const rtpCapabilities = opusCapabilities;
    const own = await open(nadia, "receive");
    const theirs = await open(callum, "receive");

    const answers = [
      await nadia.page.ask("track:consume", { ...own, producerId, rtpCapabilities }),
      await callum.page.ask("track:consume", { ...theirs, ...strange, rtpCapabilities }),
      await callum.page.ask("track:consume", { ...own, producerId, rtpCapabilities }),
      await callum.page.ask("transport:connect", { ...own, dtlsParameters }),
      await callum.page.ask("track:close", { callEpoch: callum.callEpoch, trackId: producerId }),
    ];

    expect(answers).toEqual([invalid, lost, lost, lost, lost]);
  });

  it("[CL5] whoever leaves takes their tracks along", async () => {
    const nadia = await joined("guider");
    const callum = await joined("practitioner");
    const { producerId } = await speak(nadia);
    const receive = await open(callum, "receive");
    const told = callum.page.news((call) => membersOf(call).length === 1);

    await nadia.page.want("call:leave", {});

    expect(membersOf(await told)).toEqual([callum.page.participantId]);
    const rtpCapabilities = opusCapabilities;
    const wanted = { ...receive, producerId, rtpCapabilities };
    expect(await callum.page.ask("track:consume", wanted)).toEqual(lost);
  });

  it("[CL4] whoever leaves while the router is being made has left", async () => {
    const { browser } = other;
    const page = await openCallPage(browser("practitioner"), other.reviewId);
    const devices = { microphone: "on", camera: "on", publicKey: null } as const;

    const joining = page.ask("call:join", devices);
    await page.want("call:leave", {});

    expect(await joining).toEqual(lost);
    expect(membersOf((await page.join()).call)).toEqual([page.participantId]);
  });

  it("[CL6] what the router cannot read is refused, and nobody else's call suffers from it", async () => {
    const nadia = await joined("guider");
    const callum = await joined("practitioner");
    const send = await open(nadia, "send");
    const bad: RouterParameters[] = [{}, { codecs: null }, { codecs: [{ mimeType: [] }] }];
    const worse: RouterParameters[] = [{}, { fingerprints: [] }];
    worse.push({ fingerprints: [{ algorithm: "sha-256" }] });
    worse.push({ fingerprints: [{ algorithm: "sha-256", value: 7 }] }, { role: "both" });
    worse.push({ fingerprints: [{ algorithm: "none", value: "A1" }] });

    for (const rtpParameters of bad) {
      const wanted = { ...send, kind: "audio", rtpParameters, isPaused: false } as const;
      expect(await nadia.page.ask("track:produce", wanted)).toEqual(invalid);
    }
    for (const dtlsParameters of worse)
      expect(await nadia.page.ask("transport:connect", { ...send, dtlsParameters })).toEqual(
        invalid,
      );
    const { producerId } = await speak(callum);
    const receive = await open(nadia, "receive");
    for (const rtpCapabilities of [{}, { codecs: [{}] }, { codecs: "all" }]) {
      const wanted = { ...receive, producerId, rtpCapabilities };
      expect(await nadia.page.ask("track:consume", wanted)).toEqual(invalid);
    }

    const heardWell = { ...receive, producerId, rtpCapabilities: opusCapabilities };
    expect(await nadia.page.ask("track:consume", heardWell)).toMatchObject({ ok: true });
    expect(server.logged()).not.toContain("event broke");
  });

  it("[CL6] no value in any place of what it reads breaks the router or its worker", async () => {
    const nadia = await joined("guider");
    const callum = await joined("practitioner");
    const { producerId } = await speak(callum);
    const send = await open(nadia, "send");
    const receive = await open(nadia, "receive");
    const reasons = new Set<unknown>();

    for (const rtpParameters of spoiledDeeply(opusParameters(1_111))) {
      const wanted = { ...send, kind: "audio", rtpParameters, isPaused: false } as const;
      reasons.add(reasonOf(await nadia.page.ask("track:produce", wanted)));
    }
    for (const rtpCapabilities of spoiledDeeply(opusCapabilities)) {
      const wanted = { ...receive, producerId, rtpCapabilities };
      reasons.add(reasonOf(await nadia.page.ask("track:consume", wanted)));
    }

    expect(reasons).toEqual(new Set(["invalid", undefined]));
    await speak(nadia);
    const wellHeard = { ...receive, producerId, rtpCapabilities: opusCapabilities };
    await nadia.page.want("track:consume", wellHeard);
  });

  it("[CL5] only a page in the call, and of this epoch, has transports", async () => {
    const nadia = await joined("guider");
    const outside = await openCallPage(house.browser("practitioner"), house.reviewId);
    const direction = "send";

    const { callEpoch } = nadia;
    expect(await outside.ask("transport:open", { callEpoch, direction })).toEqual(lost);
    const stale = { callEpoch: nadia.page.tabId, direction } as const;
    expect(await nadia.page.ask("transport:open", stale)).toEqual(lost);
  });

  it("[CL7] when the worker dies everybody is told, joins again under a new epoch and speaks on within five seconds", async () => {
    const nadia = await joined("guider");
    const callum = await joined("practitioner");
    await speak(nadia);
    const ended = (page: CallPage) => heard(page.socket, "call:ended");
    const bothEnded = Promise.all([ended(nadia.page), ended(callum.page)]);

    const atMs = performance.now();
    killWorker(process.pid);
    expect(await bothEnded).toEqual([{ reason: "lost" }, { reason: "lost" }]);
    const again = await Promise.all([nadia.page.join(), callum.page.join()]);
    const epochs = again.map(({ call }) => call.callEpoch);
    const { producerId } = await speak({ page: nadia.page, callEpoch: epochs[0] ?? "" });
    const backMs = performance.now() - atMs;
    tellMeasured(`from a killed worker to speaking again: ${Math.round(backMs)} ms`);

    expect(new Set([...epochs, nadia.callEpoch]).size).toBe(2);
    expect(again.map(({ call }) => membersOf(call).length)).toEqual([2, 2]);
    expect(producerId).toBeTruthy();
    expect(backMs).toBeLessThan(5_000);
  });
});

const reasonOf = (answer: unknown) => (answer as { reason?: string }).reason; // each is a Result
