import { describe, expect, it } from "vitest";
import { createCallAnnouncer, saidAgainAfterMs } from "#client/features/call/call-announcements.ts";
import { troubleWords, weakLineWords } from "#client/features/call/call-words.ts";
import { callOf, callPerson, ownPart } from "#tests/client/call/call-snapshots.ts";

function listening() {
  const said: string[] = [];
  let atMs = 0;
  const announcer = createCallAnnouncer({
    nameOf: () => "Callum",
    announce: (words) => said.push(words),
    nowMs: () => atMs,
  });
  const waitMs = (lengthMs: number) => (atMs += lengthMs);
  return { announcer, said, waitMs };
}

const withMicrophone = (microphone: "on" | "off") =>
  callOf({ people: [callPerson({ microphone })] });

describe("what is read out of the call", () => {
  it("[CL42] says how somebody comes in by nothing, and what they switch once each half minute", () => {
    const { announcer, said, waitMs } = listening();

    announcer.hear(withMicrophone("off"));
    announcer.hear(withMicrophone("on"));
    announcer.hear(withMicrophone("off"));
    expect(said).toEqual(["Callum's microphone is on."]);

    waitMs(saidAgainAfterMs);
    announcer.hear(withMicrophone("off"));
    announcer.hear(withMicrophone("off"));
    expect(said).toEqual(["Callum's microphone is on.", "Callum's microphone is off."]);
  });

  it("[CL42] says nothing of who switches to and fro and ends as they were", () => {
    const { announcer, said, waitMs } = listening();
    for (const microphone of ["off", "on", "off", "on"] as const) {
      announcer.hear(withMicrophone(microphone));
    }

    waitMs(saidAgainAfterMs);
    announcer.hear(withMicrophone("on"));

    expect(said).toEqual(["Callum's microphone is on."]);
  });

  it("[CL42] hints once that one talks unheard, and tells of a lost call and of its return", () => {
    const { announcer, said } = listening();
    const unheard = callOf({ me: ownPart({ microphone: "off", isSpeakingUnheard: true }) });

    announcer.hear(unheard);
    announcer.hear(unheard);
    announcer.hear(callOf({ state: "lost" }));
    announcer.hear(callOf());

    expect(said).toEqual([
      expect.stringContaining("hold M while you talk"),
      "The call is being put through again.",
      "The call is back.",
    ]);
  });
});

describe("a weak line in words", () => {
  it.each([
    ["nothing while all is well", callOf(), null],
    [
      "whose faces are left out",
      callOf({ me: ownPart({ line: "weak", isFacePaused: true }) }),
      "Weak connection - video of faces paused",
    ],
    [
      "the other's face left out",
      callOf({ people: [callPerson({ isFacePaused: true })] }),
      "Weak connection - video of faces paused",
    ],
    ["voices first", callOf({ me: ownPart({ line: "poor" }) }), "Weak connection - voices first"],
    ["nothing out of the call", callOf({ state: "left", me: ownPart({ line: "poor" }) }), null],
  ])("[CL45] says %s", (_what, call, words) => {
    expect(weakLineWords(call)).toBe(words);
  });
});

it.each(["denied", "none", "busy", "unplugged"] as const)(
  "[CL41] [F4.11] says of a device that is %s what goes on without it, or what to do",
  (trouble) => {
    const words = troubleWords({ microphoneTrouble: trouble, cameraTrouble: trouble });

    expect(words).toHaveLength(2);
    for (const sentences of words) expect(sentences).toMatch(/\..*\.$/);
    expect(new Set(words).size).toBe(2);
  },
);
