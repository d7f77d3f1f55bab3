import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { letIn, openGuest, openGuider } from "#tests/helpers/call-people.ts";
import type { Caller } from "#tests/helpers/call-people.ts";
import { hearEar, openEar } from "#tests/helpers/call-ear.ts";
import type { EarNotes } from "#tests/helpers/call-ear.ts";
import { startDemoReview } from "#tests/helpers/demo-review.ts";
import type { DemoReview } from "#tests/helpers/demo-review.ts";
import { expectReady, leave, openPerson } from "#tests/helpers/people.ts";
import type { Person } from "#tests/helpers/people.ts";
import { until } from "#tests/bench/sync/actions.ts";

/** Two people in a call, an ear in each page since before they met. */
export interface Meeting {
  readonly demo: DemoReview;
  readonly people: readonly [Person, Person];
  /** When the press that let the second one in was made, by this machine's clock. */
  readonly admittedAtMs: number;
  readonly close: () => Promise<void>;
}

/** How they meet. */
export interface MeetingPlan {
  readonly mode: "auto" | "p2p" | "sfu";
  readonly caller: Caller;
  /** The second one, where they are not alike. */
  readonly guest?: Caller;
  /** Other clips than the demo's. */
  readonly clips?: readonly string[];
  /** Pauses shorter than this do not end a spell of sound. */
  readonly pauseMs: number;
}

/** Nothing has to take longer than this. */
const patienceMs = 30_000;

/** Brings two people together on a server of their own; resolves when the door was opened. */
export async function openMeeting(plan: MeetingPlan): Promise<Meeting> {
  const { mode, caller, guest = caller, pauseMs, clips = [] } = plan;
  const demo = await startDemoReview(clips, { CALL_MODE: mode });
  const opened: Person[] = [];
  const close = atTheEnd(async () => {
    await leave(...opened);
    await demo.stop();
  });
  const open: typeof openPerson = async (...how) => {
    const person = await openPerson(...how);
    opened.push(person);
    return person;
  };
  const review = { ...demo, open };
  const nadia = await openGuider(review, caller);
  const callum = await openGuest(review, "practitioner", guest);
  for (const { page } of [nadia, callum]) await openEar(page, pauseMs);
  const pressedAtMs = await letIn(nadia);
  const admittedAtMs = Date.now() - (performance.now() - pressedAtMs);
  return { demo, people: [nadia, callum], admittedAtMs, close };
}

/** Until both have the clip and rest on the same frame of it. */
export async function untilBothSee({ people }: Meeting): Promise<void> {
  await Promise.all(people.map(({ page }) => expectReady(page)));
}

/** What both ears heard so far. */
export async function hearBothEars({ people }: Meeting): Promise<readonly [EarNotes, EarNotes]> {
  const [nadia, callum] = people;
  return [await hearEar(nadia.page), await hearEar(callum.page)];
}

/** From an instant until both hear somebody, in ms; endless when it does not come. */
export async function untilBothHear(meeting: Meeting, sinceMs: number): Promise<number> {
  const firsts = async () => {
    const ears = await hearBothEars(meeting);
    return ears.map(({ others }) => others.find(({ fromMs }) => fromMs > sinceMs)?.fromMs);
  };
  const hear = async () => (await firsts()).every((fromMs) => fromMs !== undefined);
  if (!(await until(hear, patienceMs, 200))) return Infinity;
  return Math.max(...(await firsts()).map((fromMs) => (fromMs ?? Infinity) - sinceMs));
}
