import { passTime, until } from "#tests/bench/sync/actions.ts";
import { note } from "#tests/bench/sync/progress.ts";
import { figure } from "#tests/bench/sync/statistics.ts";
import { killWorker } from "#tests/helpers/call-faults.ts";
import { withoutUdp } from "#tests/helpers/call-people.ts";
import { hearBothEars, openMeeting, untilBothHear } from "./meetings.ts";
import type { MeetingPlan } from "./meetings.ts";

const talking = { caller: { microphone: "talk" }, pauseMs: 250 } as const;

/** From the press that lets somebody in until both hear each other, on a new server each time, in ms. */
export function measureAdmissions(mode: "p2p" | "sfu", rounds: number): Promise<number[]> {
  return measureMeetings({ mode, ...talking }, rounds);
}

/** The same in browsers without UDP: no direct line can be made, the router takes over. */
export function measureFallbacks(rounds: number): Promise<number[]> {
  const caller = { ...talking.caller, arguments: withoutUdp };
  return measureMeetings({ mode: "auto", ...talking, caller }, rounds);
}

async function measureMeetings(plan: MeetingPlan, rounds: number): Promise<number[]> {
  const tookMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const meeting = await openMeeting(plan);
    tookMs.push(await untilBothHear(meeting, meeting.admittedAtMs));
    note(`${plan.mode}: both hear after ${figure(tookMs.at(-1) ?? Number.NaN, 0)} ms`);
    await meeting.close();
  }
  return tookMs;
}

/** From the kill of the router's worker until both hear each other again, in ms. */
export async function measureCrashes(rounds: number): Promise<number[]> {
  const meeting = await openMeeting({ mode: "sfu", ...talking });
  await untilBothHear(meeting, meeting.admittedAtMs);
  const tookMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await passTime(4_000);
    killWorker(meeting.demo.pid);
    const killedAtMs = Date.now();
    // What had been sent before is played to its end: who hears nothing any more has noticed.
    const isSilent = async () =>
      (await hearBothEars(meeting)).every(
        ({ others }) => Date.now() - (others.at(-1)?.toMs ?? 0) > talking.pauseMs,
      );
    await until(isSilent, 5_000, 50);
    tookMs.push(await untilBothHear(meeting, killedAtMs));
    note(`worker killed: both hear after ${figure(tookMs.at(-1) ?? Number.NaN, 0)} ms`);
  }
  await meeting.close();
  return tookMs;
}
