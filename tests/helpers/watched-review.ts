import { expect, test as base } from "@playwright/test";
import { numberedClips } from "#tests/helpers/clips.ts";
import { startDemoReview } from "#tests/helpers/demo-review.ts";
import type { DemoReview } from "#tests/helpers/demo-review.ts";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";
import { bringSupervisor, leave, meetInRoom, openPerson } from "#tests/helpers/people.ts";
import type { Person } from "#tests/helpers/people.ts";

/** A review with its people: whatever is opened here is watched, closed at the end and must be faultless. */
export interface WatchedReview extends DemoReview {
  readonly open: typeof openPerson;
  readonly meet: (lines?: {
    guider?: FaultProxy;
    practitioner?: FaultProxy;
  }) => Promise<{ nadia: Person; callum: Person }>;
  readonly bringSupervisor: (nadia: Person) => Promise<Person>;
  /** A line to this review's server with this delay each way. */
  readonly line: (delayMs?: number) => Promise<FaultProxy>;
  /** This test cuts lines or tries closed doors, so some requests will not be answered well. */
  readonly expectLostRequests: () => void;
}

/** Long rounds with `FULL=1`, short ones for every day. */
export const rounds = (short: number, full: number) => (process.env["FULL"] === "1" ? full : short);

/** Playwright's test with a filled review of numbered clips; fails on any fault of any page. */
export const test = base.extend<{
  clips: readonly string[];
  environment: Readonly<Record<string, string>>;
  review: WatchedReview;
}>({
  clips: [[numberedClips.silent], { option: true }],
  environment: [{}, { option: true }],
  review: async ({ clips, environment }, hand) => {
    const watched = watch(await startDemoReview(clips, environment));
    await hand(watched.review);
    const { faults, lostRequests } = await watched.end();
    expect(faults).toEqual([]);
    expect(lostRequests).toEqual([]);
  },
});

function watch(demo: DemoReview) {
  const people: Person[] = [];
  const lines: FaultProxy[] = [];
  let mayLoseRequests = false;
  const open: typeof openPerson = async (...how) => {
    const person = await openPerson(...how);
    people.push(person);
    return person;
  };
  const line: WatchedReview["line"] = async (delayMs = 0) => {
    const opened = await startFaultProxy(demo.port);
    Object.assign(opened.up, { delayMs });
    Object.assign(opened.down, { delayMs });
    lines.push(opened);
    return opened;
  };
  const review: WatchedReview = {
    ...demo,
    open,
    line,
    meet: (through) => meetInRoom(demo, through, open),
    bringSupervisor: (nadia) => bringSupervisor(demo, nadia, open),
    expectLostRequests: () => {
      mayLoseRequests = true;
    },
  };

  async function end() {
    const faults = people.flatMap((person) => person.watch.faults);
    const lost = people.flatMap((person) => person.watch.lostRequests);
    await leave(...people);
    await Promise.all(lines.map((one) => one.close()));
    await demo.stop();
    return { faults, lostRequests: mayLoseRequests ? [] : lost };
  }

  return { review, end };
}

/** Prints one measured value beside the results, for whoever reads the run. */
export function tellMeasured(words: string): void {
  process.stdout.write(`      measured: ${words}\n`);
}

/** Prints the middle and the top of some lengths of time, in ms. */
export function tellTimes(what: string, tookMs: readonly number[]): void {
  const sorted = tookMs.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  tellMeasured(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, at most ${at(1)} ms`);
}
