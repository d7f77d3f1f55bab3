import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { prepareOurs } from "#tests/bench/board/prepare-ours.ts";
import type { PreparedRoom } from "#tests/bench/board/prepare-ours.ts";
import { passTime, until } from "#tests/bench/sync/actions.ts";
import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { note } from "#tests/bench/sync/progress.ts";
import { sum } from "#tests/bench/sync/statistics.ts";
import { paths } from "#client/lib/paths.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import { findWorker } from "#tests/helpers/call-faults.ts";
import { lookAtCall } from "#tests/helpers/call-sight.ts";
import type { CallSight } from "#tests/helpers/call-sight.ts";
import { tapCalls } from "#tests/helpers/call-tap.ts";
import { microphoneOf } from "#tests/helpers/call-voices.ts";

/** How many rooms of two talked through one router for a while. */
export interface RoomsFound {
  readonly rooms: number;
  /** Voices and faces that came all the time, of those that should. */
  readonly voices: number;
  readonly faces: number;
  readonly wanted: number;
  /** The server's and its worker's processor time, as a share of all processors of the machine. */
  readonly serverShare: number;
  /** Everything else that ran was the browsers. */
  readonly machineShare: number;
  /** Every face, in kbit/s on average, as it came. */
  readonly faceKbps: number;
  readonly facesPerSecond: number;
  /** The most that one face stood still within one look, in ms. */
  readonly longestFreezeMs: number;
}

const lookEveryMs = 2_000;
/** Small faces: sixteen full ones would keep both processors busy with encoding and decoding alone. */
const face = { width: 160, height: 90, frameRate: 20 };

/** So many rooms with two pages each, all in one browser, all through the router. */
export async function measureRooms(count: number, lengthMs: number): Promise<RoomsFound> {
  const { dataDir, rooms } = await prepareOurs(count);
  const server = await startBuiltServer({
    dataDir,
    environment: { CALL_MODE: "sfu" },
  });
  const browser = await launchBrowser({
    arguments: [
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      microphoneOf("talk"),
    ],
  });
  const close = atTheEnd(async () => {
    await browser.close();
    await server.stop();
  });
  const pages: Page[] = [];
  for (const room of rooms) {
    for (const [person, host] of ["localhost", "127.0.0.1"].entries()) {
      pages.push(await openPage(room, person, `http://${host}:${server.port}`));
    }
  }
  note(`${pages.length} pages are open`);

  async function openPage(room: PreparedRoom, person: number, origin: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1_024, height: 640 } });
    const [name = "", value = ""] = (room.cookies[person] ?? "").split("=");
    await context.addCookies([{ name, value, url: origin }]);
    await context.addInitScript(tapCalls);
    await context.addInitScript(joinWithSmallFace, face);
    const page = await context.newPage();
    await page.goto(origin + paths.room(room.reviewId));
    return page;
  }

  const look = () => Promise.all(pages.map(lookAtCall));
  const areAllHere = async () =>
    (await look()).every(
      ({ incoming }) => incoming.filter(({ packets }) => packets > 20).length === 2,
    );
  if (!(await until(areAllHere, 60_000, 1_000))) note("not everybody came into the call");
  await passTime(5_000);

  const processes = [server.pid(), findWorker(server.pid()) ?? 0];
  const cpuBefore = cpuTicks(processes);
  const looks = [await look()];
  while ((looks.length - 1) * lookEveryMs < lengthMs) {
    await passTime(lookEveryMs);
    looks.push(await look());
  }
  const cpuAfter = cpuTicks(processes);
  await close();
  return { rooms: count, ...figuresOf(looks), ...sharesOf(cpuBefore, cpuAfter) };
}

function figuresOf(looks: readonly (readonly CallSight[])[]) {
  const [first, last] = [looks[0] ?? [], looks.at(-1) ?? []];
  const flows = last.flatMap((sight, page) =>
    sight.incoming.map((flow) => {
      const earlier = looks.map((each) => each[page]?.incoming.find(({ id }) => id === flow.id));
      const steps = [...earlier.keys()].slice(1);
      const grew = (of: "packets" | "frames" | "frozenSeconds" | "bytes", n: number) =>
        (earlier[n]?.[of] ?? 0) - (earlier[n - 1]?.[of] ?? 0);
      const from = earlier[0];
      return {
        kind: flow.kind,
        isSteady: steps.every((n) => grew(flow.kind === "audio" ? "packets" : "frames", n) > 0),
        frozenMs: Math.max(0, ...steps.map((n) => grew("frozenSeconds", n) * 1_000)),
        bytes: flow.bytes - (from?.bytes ?? 0),
        frames: flow.frames - (from?.frames ?? 0),
      };
    }),
  );
  const seconds = ((last[0]?.atMs ?? 0) - (first[0]?.atMs ?? 0)) / 1_000;
  const faces = flows.filter(({ kind }) => kind === "video");
  const mean = (values: readonly number[]) => sum(values) / values.length;
  return {
    voices: flows.filter(({ kind, isSteady }) => kind === "audio" && isSteady).length,
    faces: faces.filter(({ isSteady }) => isSteady).length,
    wanted: last.length,
    faceKbps: mean(faces.map(({ bytes }) => (bytes * 8) / 1_000 / seconds)),
    facesPerSecond: mean(faces.map(({ frames }) => frames / seconds)),
    longestFreezeMs: Math.max(0, ...faces.map(({ frozenMs }) => frozenMs)),
  };
}

interface Ticks {
  readonly server: number;
  readonly busy: number;
  readonly all: number;
}

/** Processor time so far, in the system's own ticks. */
function cpuTicks(pids: readonly number[]): Ticks {
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const all = line.split(/\s+/).slice(1, 9).map(Number);
  const server = pids.map((pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return Number(stat[11]) + Number(stat[12]);
  });
  return { server: sum(server), all: sum(all), busy: sum(all) - (all[3] ?? 0) - (all[4] ?? 0) };
}

function sharesOf(before: Ticks, after: Ticks) {
  const all = after.all - before.all;
  return {
    serverShare: (after.server - before.server) / all,
    machineShare: (after.busy - before.busy) / all,
  };
}

/**
 * Runs in the page before its own scripts; stands alone. As somebody who chose camera and microphone before.
 * Faces are decoded and not drawn: sixteen pages that draw would leave the server no processor to be measured on.
 */
function joinWithSmallFace(small: typeof face): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("video, canvas { display: none !important }");
  document.adoptedStyleSheets.push(sheet);
  const choice = { microphone: true, camera: true };
  const noNames = { microphoneId: null, cameraId: null, speakerId: null };
  localStorage.setItem("joining-choice", JSON.stringify({ ...choice, ...noNames }));
  const { mediaDevices } = navigator;
  const give = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (wanted) =>
    give(wanted?.video ? { ...wanted, video: small } : wanted);
}
