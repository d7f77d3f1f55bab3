import { passTime } from "#tests/bench/sync/actions.ts";
import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { hearEar, openEar } from "#tests/helpers/call-ear.ts";
import type { Spell } from "#tests/helpers/call-ear.ts";
import { tapCalls } from "#tests/helpers/call-tap.ts";
import { microphoneOf } from "#tests/helpers/call-voices.ts";
import { hearBothEars, openMeeting, untilBothHear } from "./meetings.ts";

const pauseMs = 150;
/** A mark comes once a second: nothing arrives later than this and is not lost. */
const mostLateMs = 600;

/** From a mark in one's own microphone to the same mark where it is played, both ways, in ms. */
export async function measureMouthToEar(mode: "p2p" | "sfu", marks: number): Promise<number[]> {
  const meeting = await openMeeting({ mode, caller: { microphone: "marks" }, pauseMs });
  await untilBothHear(meeting, meeting.admittedAtMs);
  await passTime(settlingMs);
  const fromMs = Date.now();
  await passTime(marks * 1_000 + mostLateMs);
  const [nadia, callum] = await hearBothEars(meeting);
  await meeting.close();
  return [...delays(nadia.own, callum.others, fromMs), ...delays(callum.own, nadia.others, fromMs)];
}

/** The first seconds of a line fit its buffer to it. */
const settlingMs = 5_000;

/** The floor: two lines of one page, and nothing of ours. */
export async function measureEarFloor(marks: number): Promise<number[]> {
  const browser = await launchBrowser({
    arguments: [
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      microphoneOf("marks"),
    ],
  });
  const close = atTheEnd(() => browser.close());
  const page = await browser.newPage();
  await page.addInitScript(tapCalls);
  await page.route("**/*", (route) =>
    route.fulfill({ contentType: "text/html", body: "<button>Talk</button>" }),
  );
  await page.goto("http://localhost/"); // devices want a secure page; nothing leaves it
  await page.getByRole("button").click();
  await page.evaluate(talkToOneself);
  await openEar(page, pauseMs);
  await passTime(settlingMs);
  const fromMs = Date.now();
  await passTime(marks * 1_000 + mostLateMs);
  const { own, others } = await hearEar(page);
  await close();
  return delays(own, others, fromMs);
}

/** How much later than in the mouth each mark was in the ear; endless for a mark that never came. */
export function delays(mouth: readonly Spell[], ear: readonly Spell[], fromMs: number): number[] {
  const endMs = mouth.at(-1)?.fromMs ?? 0;
  return mouth
    .filter((mark) => mark.fromMs >= fromMs && mark.fromMs < endMs)
    .map((mark) => {
      const heard = ear.find((spell) => spell.fromMs >= mark.fromMs);
      const lateMs = (heard?.fromMs ?? Infinity) - mark.fromMs;
      return lateMs <= mostLateMs ? lateMs : Infinity;
    });
}

/** Runs in the page; stands alone. */
async function talkToOneself(): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mouth = new RTCPeerConnection();
  const ear = new RTCPeerConnection();
  mouth.onicecandidate = ({ candidate }) => void ear.addIceCandidate(candidate ?? undefined);
  ear.onicecandidate = ({ candidate }) => void mouth.addIceCandidate(candidate ?? undefined);
  ear.ontrack = ({ track }) => {
    const loudspeaker = document.createElement("audio");
    loudspeaker.srcObject = new MediaStream([track]);
    void loudspeaker.play();
  };
  for (const track of stream.getTracks()) mouth.addTrack(track, stream);
  const offer = await mouth.createOffer();
  await mouth.setLocalDescription(offer);
  await ear.setRemoteDescription(offer);
  const answer = await ear.createAnswer();
  await ear.setLocalDescription(answer);
  await mouth.setRemoteDescription(answer);
}
