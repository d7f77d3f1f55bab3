import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { call } from "#client/text/en/call.ts";
import { joining } from "#client/text/en/joining.ts";
import type { CallNetwork } from "#tests/helpers/call-network.ts";
import { tapCalls } from "#tests/helpers/call-tap.ts";
import { microphoneOf } from "#tests/helpers/call-voices.ts";
import type { VoiceName } from "#tests/helpers/call-voices.ts";
import type { DemoReview } from "#tests/helpers/demo-review.ts";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";
import { expectReady, stage } from "#tests/helpers/people.ts";
import type { openPerson, Person } from "#tests/helpers/people.ts";

/** What somebody brings into the call. */
export interface Caller {
  /** What their microphone hears. */
  readonly microphone?: VoiceName;
  /** What they allow their browser to give; both, unless said. */
  readonly gives?: readonly ("microphone" | "camera")[];
  /** What their voice and face go through. */
  readonly network?: CallNetwork;
  readonly through?: FaultProxy;
  /** More of their browser's command line. */
  readonly arguments?: readonly string[];
}

type Review = Pick<DemoReview, "port" | "guider" | "practitioner" | "supervisor"> & {
  readonly open: typeof openPerson;
};

/** A browser without any UDP but on the machine itself, as behind a school's firewall: there is no direct way. */
export const withoutUdp = ["--webrtc-ip-handling-policy=disable_non_proxied_udp"];

/** Opens a browser with a camera and a microphone that nobody made, tapped. */
export async function openCaller(review: Review, caller: Caller = {}): Promise<Person> {
  const { microphone = "talk", gives = ["microphone", "camera"] } = caller;
  const person = await review.open(review, caller.through, undefined, [
    "--use-fake-device-for-media-stream",
    microphoneOf(microphone),
    ...(caller.arguments ?? []),
  ]);
  await person.context.grantPermissions([...gives]);
  await person.context.addInitScript(tapCalls);
  await caller.network?.carry(person.context);
  return person;
}

/** The guider in the room and in the call. */
export async function openGuider(review: Review, caller?: Caller): Promise<Person> {
  const nadia = await openCaller(review, caller);
  await nadia.page.goto(review.guider);
  await expect(stage(nadia.page)).toBeVisible();
  await joinCall(nadia.page);
  return nadia;
}

/** A guest at the door, who has asked to come in. */
export async function openGuest(
  review: Review,
  link: "practitioner" | "supervisor",
  caller?: Caller,
): Promise<Person> {
  const guest = await openCaller(review, caller);
  await guest.page.goto(review[link]);
  await guest.page.getByRole("button", { name: joining["wayIn.justMe"] }).click();
  return guest;
}

/** Lets in who waits; answers the instant of the press, by this process's monotonic clock. */
export async function letIn(nadia: Person): Promise<number> {
  const button = nadia.page.getByRole("button", { name: "Let in" });
  await button.waitFor();
  const pressedAtMs = performance.now();
  await button.click();
  return pressedAtMs;
}

/** Guider and practitioner in the call, the clip ready; `admittedAtMs`: when the door was opened. */
export async function meetInCall(
  review: Review,
  callers: { readonly guider?: Caller; readonly practitioner?: Caller } = {},
): Promise<{ nadia: Person; callum: Person; admittedAtMs: number }> {
  const nadia = await openGuider(review, callers.guider);
  const callum = await openGuest(review, "practitioner", callers.practitioner);
  const admittedAtMs = await letIn(nadia);
  return { nadia, callum, admittedAtMs };
}

/** Both have the clip and see the same frame. */
export async function expectBothReady(...people: readonly Person[]): Promise<void> {
  for (const { page } of people) await expectReady(page);
}

/** Out of the call, for who is in it; stays in the room. */
export async function leaveCall(page: Page): Promise<void> {
  if (await page.getByRole("button", { name: call["call.join"] }).isVisible()) return;
  await page.getByRole("button", { name: call["call.more"] }).click();
  await page.getByRole("button", { name: call["call.leave"] }).click();
}

/** Into the call with microphone and camera, for who is not in it. */
export async function joinCall(page: Page): Promise<void> {
  await page.getByRole("button", { name: call["call.join"] }).click();
  await page.getByRole("button", { name: call["call.join-both"] }).click();
}
