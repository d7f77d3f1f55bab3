import { expect } from "@playwright/test";
import type { EvaluatesInPage } from "#tests/helpers/clips.ts";
import type { TappedWindow } from "#tests/helpers/call-tap.ts";

/** One voice or face as the browser counts it, over its whole life. */
export interface Flow {
  /** The same in each look, as long as it lives. */
  readonly id: string;
  readonly kind: "audio" | "video";
  /** By which way it travels: `udp direct`, `tcp router`. */
  readonly way: string;
  readonly packets: number;
  readonly bytes: number;
  /** Decoded pictures of a face that comes; encoded ones of one's own. */
  readonly frames: number;
  /** Decoded sound that came, or sound that was given to be sent: the sum of squares over time. */
  readonly energy: number;
  /** For how long that sum was taken, in seconds. */
  readonly heardSeconds: number;
  /** For how long a face stood still although pictures should have come, in seconds. */
  readonly frozenSeconds: number;
}

/** What a browser's own figures say of the call, over all lines that are open now. */
export interface CallSight {
  /** Of this machine's clock. */
  readonly atMs: number;
  readonly incoming: readonly Flow[];
  readonly outgoing: readonly Flow[];
  /** The addresses of both ends, as far as they were told: `10.0.0.2`, `x.local`. */
  readonly addresses: readonly string[];
}

/** Reads them now. */
export const lookAtCall = (page: EvaluatesInPage): Promise<CallSight> =>
  page.evaluate(readLines, null);

/** What came or went between two looks (a face: two pictures at least), as `2 voices, 2 faces by udp router`. */
export function flowWords(before: readonly Flow[], now: readonly Flow[]): string {
  const grown = now.filter((flow) => {
    const was = before.find(({ id }) => id === flow.id);
    const [packets, frames, energy] = was ? [was.packets, was.frames, was.energy] : [0, 0, 0];
    if (flow.packets <= packets) return false;
    return flow.kind === "video" ? flow.frames > frames + 1 : flow.energy - energy > leastEnergy;
  });
  const count = (kind: Flow["kind"]) => grown.filter((flow) => flow.kind === kind).length;
  const ways = [...new Set(grown.map(({ way }) => way))].join(" and ");
  return `${count("audio")} voices, ${count("video")} faces by ${ways || "no way"}`;
}

/** Sound below this, over half a second, is silence: -60 dB of the loudest there can be. */
const leastEnergy = 5e-7;
/** Two looks this far apart: a voice that pauses between words has gone on, a face has moved. */
const betweenLooksMs = 600;

/**
 * Waits until exactly these voices and faces come in: packets, decoded sound and decoded pictures, not
 * events. `words` as of `flowWords`, or their beginning.
 */
export async function expectComing(
  page: EvaluatesInPage,
  words: string,
  timeoutMs = 30_000,
): Promise<void> {
  let looks = [await lookAtCall(page)];
  const comingNow = async () => {
    const now = await lookAtCall(page);
    const before = looks.findLast(({ atMs }) => atMs <= now.atMs - betweenLooksMs);
    looks = [...looks.filter(({ atMs }) => atMs > now.atMs - 3 * betweenLooksMs), now];
    return before === undefined ? "looking" : flowWords(before.incoming, now.incoming);
  };
  await expect
    .poll(comingNow, { timeout: timeoutMs, intervals: [150] })
    .toMatch(new RegExp(`^${words}`));
}

/** How loud the sound was between two looks, in dB of the loudest there can be; -Infinity for none at all. */
export function loudnessDb(before: readonly Flow[], now: readonly Flow[]): number {
  const parts = now.map((flow) => {
    const was = before.find(({ id }) => id === flow.id);
    const energy = flow.energy - (was?.energy ?? 0);
    return energy / Math.max(1e-3, flow.heardSeconds - (was?.heardSeconds ?? 0));
  });
  return 10 * Math.log10(Math.max(0, ...parts));
}

/** The brightest spot (0-255) of all faces that come now; 0 when no picture comes within a second and a half. */
export const brightestFace = (page: EvaluatesInPage): Promise<number> =>
  page.evaluate(readBrightest, null);

/** Runs in the page; stands alone. */
async function readBrightest(): Promise<number> {
  const { lines = [] } = (window as TappedWindow).callTap ?? {};
  const faces = lines
    .flatMap((line) => line.getReceivers().map(({ track }) => track))
    .filter(({ kind, readyState }) => kind === "video" && readyState === "live");
  const brightest = faces.map(async (face) => {
    const video = document.createElement("video");
    video.muted = true;
    video.srcObject = new MediaStream([face]);
    void video.play().catch(() => undefined); // no picture: it is let go below
    const shown = await new Promise<boolean>((resolve) => {
      video.requestVideoFrameCallback(() => resolve(true));
      setTimeout(() => resolve(false), 1_500);
    });
    const context = document.createElement("canvas").getContext("2d");
    if (shown) context?.drawImage(video, 0, 0, 32, 18);
    video.srcObject = null;
    return Math.max(
      ...(context?.getImageData(0, 0, 32, 18).data.filter((_, n) => n % 4 < 3) ?? []),
    );
  });
  return Math.max(0, ...(await Promise.all(brightest)));
}

/** Runs in the page; stands alone. */
async function readLines(): Promise<CallSight> {
  const { lines = [] } = (window as TappedWindow).callTap ?? {};
  type Stat = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };
  const numberIn = (stat: Stat | undefined, name: string) => Number(stat?.[name] ?? 0);
  const textIn = (stat: Stat | undefined, name: string) => {
    const value = stat?.[name];
    return typeof value === "string" ? value : "";
  };

  const sights = lines.map(async (line, place) => {
    if (line.connectionState === "closed") return null;
    const isRouter = (line.remoteDescription?.sdp ?? "").includes("a=ice-lite");
    const report: Stat[] = [];
    // What a report holds is told by each entry's own type, read below.
    (await line.getStats()).forEach((stat) => report.push(stat as Stat));
    const byId = (id: unknown) => report.find((stat) => stat.id === id);
    const of = (type: string) => report.filter((stat) => stat.type === type);
    const transport = of("transport")[0];
    const pair =
      byId(transport?.["selectedCandidatePairId"]) ??
      of("candidate-pair").find((stat) => stat["selected"] === true);
    const protocol = textIn(byId(pair?.["localCandidateId"]), "protocol");
    const flowOf = (stat: Stat, sound: Stat | undefined, frames: string): Flow => ({
      id: `${place} ${stat.id}`,
      kind: stat["kind"] === "audio" ? "audio" : "video",
      way: `${protocol} ${isRouter ? "router" : "direct"}`,
      packets: numberIn(stat, "packetsReceived") + numberIn(stat, "packetsSent"),
      bytes: numberIn(stat, "bytesReceived") + numberIn(stat, "bytesSent"),
      frames: numberIn(stat, frames),
      energy: numberIn(sound, "totalAudioEnergy"),
      heardSeconds: numberIn(sound, "totalSamplesDuration"),
      frozenSeconds: numberIn(stat, "totalFreezesDuration"),
    });
    return {
      incoming: of("inbound-rtp").map((stat) => flowOf(stat, stat, "framesDecoded")),
      outgoing: of("outbound-rtp").map((stat) =>
        flowOf(stat, byId(stat["mediaSourceId"]), "framesEncoded"),
      ),
      addresses: [...of("local-candidate"), ...of("remote-candidate")].map((stat) =>
        textIn(stat, "address"),
      ),
    };
  });
  const open = (await Promise.all(sights)).filter((sight) => sight !== null);
  return {
    atMs: performance.timeOrigin + performance.now(),
    incoming: open.flatMap(({ incoming }) => incoming),
    outgoing: open.flatMap(({ outgoing }) => outgoing),
    addresses: [...new Set(open.flatMap(({ addresses }) => addresses))],
  };
}
