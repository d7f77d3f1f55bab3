import { expect, it } from "vitest";
import {
  awaitedMs,
  keptDirectMs,
  knownPeople,
  mayCloseDirect,
  sealedTo,
} from "#client/features/call/call-session-path.ts";
import { callMember } from "./stand-in-call.ts";

const callum = callMember();
const callumKnown = { member: callum, missingSinceMs: null };

it("[CL18] who is not listed in the same call any more has left at once", () => {
  expect(knownPeople([callumKnown], [], true, 0)).toEqual([]);
});

it("[CL18] who is not listed in a new call yet is awaited for eight seconds", () => {
  const awaited = knownPeople([callumKnown], [], false, 1_000);

  expect(awaited).toEqual([{ member: callum, missingSinceMs: 1_000 }]);
  expect(knownPeople(awaited, [], true, 1_000 + awaitedMs - 1)).toEqual(awaited);
  expect(knownPeople(awaited, [], true, 1_000 + awaitedMs)).toEqual([]);
  expect(knownPeople(awaited, [callum], true, 2_000)).toEqual([callumKnown]);
});

it("[CL18] another page of the same person takes their place", () => {
  const newer = callMember({ tabId: "5e3f3f0e-54ad-4f0b-9b0e-5a4d1c2b3a09" });

  const known = knownPeople([callumKnown], [newer], false, 0);

  expect(known).toEqual([{ member: newer, missingSinceMs: null }]);
});

it.each([
  { sinceMs: keptDirectMs.least - 1, audio: true, video: true, mayClose: false },
  { sinceMs: keptDirectMs.least, audio: true, video: true, mayClose: true },
  { sinceMs: keptDirectMs.least, audio: true, video: false, mayClose: false },
  { sinceMs: keptDirectMs.least, audio: false, video: true, mayClose: false },
  { sinceMs: keptDirectMs.most, audio: true, video: false, mayClose: true },
  { sinceMs: keptDirectMs.most - 1, audio: true, video: false, mayClose: false },
  { sinceMs: 100 * keptDirectMs.most, audio: false, video: false, mayClose: false },
])(
  "[CL17] $sinceMs ms after a move, voice $audio and face $video by the router: direct lines may close $mayClose",
  ({ sinceMs, audio, video, mayClose }) => {
    const people = [{ member: callum, flowing: { audio, video } }];

    expect(mayCloseDirect(sinceMs, people)).toBe(mayClose);
  },
);

it("[CL17] nothing is awaited from who has no camera and no microphone", () => {
  const member = callMember({ microphone: "none", camera: "off" });
  const people = [{ member, flowing: { audio: false, video: false } }];

  expect(mayCloseDirect(keptDirectMs.least, people)).toBe(true);
});

it("[CL20] the router carries it to the ends alone only when everybody can seal", () => {
  const able = callMember({ publicKey: "k".repeat(87) });

  expect(sealedTo("direct", [able, callum])).toBe("ends");
  expect(sealedTo("router", [able, able])).toBe("ends");
  expect(sealedTo("router", [able, callum])).toBe("server");
});
