import type { Page } from "@playwright/test";
import { startDemoReview } from "#tests/helpers/demo-review.ts";
import type { DemoReview } from "#tests/helpers/demo-review.ts";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";
import { meetInRoom } from "#tests/helpers/people.ts";
import { atTheEnd } from "./closers.ts";
import { openLine } from "./links.ts";
import type { LinkName } from "./links.ts";
import { startRivalServer } from "#tests/bench/sync/rivals/rival-server.ts";
import { openBrowser } from "./sides.ts";
import type { Side } from "./sides.ts";

/** A design with two people before it, ready to play. K toggles, J and L move by two seconds. */
export interface Contender {
  readonly name: string;
  readonly sides: readonly [Side, Side];
  /** Says by itself when both are paused on the same frame. */
  readonly makesClaims: boolean;
  readonly close: () => Promise<void>;
}

/** Ours, with what its rows of the table do to it. */
export interface OurContender extends Contender {
  readonly demo: DemoReview;
  readonly lines: readonly [FaultProxy, FaultProxy];
}

/** The second person's wall clock is wrong by this much. */
const wallClockOffMs = 41_000;

const newestVideo = (page: Page): Side => ({ page, which: -1, selector: "video" });

/** The built product with the demo review in it: the guider and the practitioner in the room. */
export async function openOurs(
  clips: readonly string[],
  link: LinkName,
  more: {
    readonly settings?: Readonly<Record<string, string>>;
    readonly browserArguments?: readonly string[];
    /** Runs in each page before its own scripts; stands alone. */
    readonly inPage?: () => void;
  } = {},
): Promise<OurContender> {
  const demo = await startDemoReview(clips, more.settings);
  const lines = [await openLine(demo.port, link), await openLine(demo.port, link)] as const;
  const browsers: Awaited<ReturnType<typeof openBrowser>>[] = [];
  const close = atTheEnd(async () => {
    await Promise.all(browsers.map(({ browser }) => browser.close()));
    await Promise.all(lines.map((line) => line.close()));
    await demo.stop();
  });
  const open: NonNullable<Parameters<typeof meetInRoom>[2]> = async (review, through) => {
    const isSecond = browsers.length === 1;
    const opened = await openBrowser({
      serverPort: review.port,
      through: through ?? null,
      wallClockOffMs: isSecond ? wallClockOffMs : 0,
      arguments: more.browserArguments ?? [],
    });
    browsers.push(opened);
    if (more.inPage !== undefined) await opened.context.addInitScript(more.inPage);
    return { ...opened, watch: { faults: [], lostRequests: [] } };
  };
  const { nadia, callum } = await meetInRoom(
    demo,
    { guider: lines[0], practitioner: lines[1] },
    open,
  ).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const sides = [newestVideo(nadia.page), newestVideo(callum.page)] as const;
  return { name: "ours", sides, makesClaims: true, demo, lines, close };
}

/** A rival design in two browsers, behind the same lines and with the same clip. */
export async function openRival(
  name: "naive" | "timingsrc",
  clip: string,
  link: LinkName,
): Promise<Contender> {
  const server = await startRivalServer(name, clip);
  const lines = [await openLine(server.port, link), await openLine(server.port, link)] as const;
  const browsers = await Promise.all(
    lines.map((through, index) =>
      openBrowser({ serverPort: server.port, through, wallClockOffMs: index * wallClockOffMs }),
    ),
  );
  const close = atTheEnd(async () => {
    await Promise.all(browsers.map(({ browser }) => browser.close()));
    await Promise.all(lines.map((line) => line.close()));
    await server.close();
  });
  const [first, second] = browsers.map(({ page }) => newestVideo(page));
  if (first === undefined || second === undefined) throw new Error("two browsers were opened");
  for (const { page } of [first, second]) await openRivalPage(page, server.port);
  return { name, sides: [first, second], makesClaims: false, close };
}

/** The floor: two videos in one page, started by one press. */
export async function openFloor(clip: string): Promise<Contender> {
  const server = await startRivalServer("floor", clip);
  const { port } = server;
  const { browser, page } = await openBrowser({
    serverPort: port,
    through: null,
    wallClockOffMs: 0,
  });
  const close = atTheEnd(async () => {
    await browser.close();
    await server.close();
  });
  await openRivalPage(page, port);
  const sides = [
    { page, which: 0, selector: "video" },
    { page, which: 1, selector: "video + video" },
  ] as const;
  return { name: "floor", sides, makesClaims: false, close };
}

async function openRivalPage(page: Page, port: number): Promise<void> {
  await page.goto(`http://localhost:${port}/`);
  await page.waitForFunction(() =>
    [...document.querySelectorAll("video")].every((video) => video.readyState === 4),
  );
  // The clock's twenty quick pings end about now.
  await page.waitForFunction(() => performance.now() > 2_500);
}
