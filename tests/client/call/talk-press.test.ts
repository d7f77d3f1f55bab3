import { describe, expect, it } from "vitest";
import { createTalkPress, shortPressMs } from "#client/features/call/talk-press.ts";
import { callKeyOf } from "#client/features/call/use-call-keys.ts";
import type { DeviceState } from "#shared/protocol/call-events.ts";
import { callOf, ownPart } from "#tests/client/call/call-snapshots.ts";

function pressed(microphone: DeviceState) {
  const did: string[] = [];
  let atMs = 0;
  let me = ownPart({ microphone });
  const press = createTalkPress(
    {
      now: () => callOf({ me }),
      setMicrophone: (isOn) => {
        did.push(isOn ? "on" : "off");
        me = ownPart({ microphone: isOn ? "on" : "off" });
      },
      holdToTalk: (isHeld) => did.push(isHeld ? "talks" : "stops"),
    },
    () => atMs,
  );
  const waitMs = (lengthMs: number) => (atMs += lengthMs);
  return { press, did, waitMs };
}

describe("the microphone's key and button", () => {
  it("[CL39] [A11] turns the microphone off at once, and on by a short press", () => {
    const { press, did, waitMs } = pressed("on");

    press.down();
    expect(did).toEqual(["off"]);
    press.up();
    expect(did).toEqual(["off"]);

    press.down();
    waitMs(shortPressMs - 1);
    press.up();
    expect(did).toEqual(["off", "talks", "stops", "on"]);
  });

  it("[CL39] lets one talk from the first moment of holding, and no longer than it is held", () => {
    const { press, did, waitMs } = pressed("off");

    press.down();
    expect(did).toEqual(["talks"]);
    press.down(); // the keyboard repeats
    waitMs(shortPressMs);
    press.up();
    press.up();

    expect(did).toEqual(["talks", "stops"]);
  });

  it("[CL39] stays off when the page is left while it is held", () => {
    const { press, did } = pressed("off");

    press.down();
    press.cancel();
    press.up();

    expect(did).toEqual(["talks", "stops"]);
  });

  it.each([
    ["m", {}, "microphone"],
    ["M", {}, "microphone"],
    ["e", {}, "camera"],
    ["m", { ctrlKey: true }, null],
    ["e", { metaKey: true }, null],
    ["k", {}, null],
  ])("[CL39] takes %s with %j as %s", (key, changes, meant) => {
    const none = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };

    expect(callKeyOf({ key, ...none, ...changes })).toBe(meant);
  });
});
