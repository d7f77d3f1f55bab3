import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createOwnDevices } from "#client/features/call/own-devices.ts";
import type { OwnDevices } from "#client/features/call/own-devices.ts";
import { plainChoice } from "#client/lib/joining-choice.ts";
import type { JoiningChoice } from "#client/lib/joining-choice.ts";
import { StandInMedia } from "#tests/client/call/stand-in-devices.ts";

const silent = { ...plainChoice, microphone: false, camera: false };
let media: StandInMedia;
let page: EventTarget;
let kept: JoiningChoice[];
let devices: OwnDevices;

beforeEach(() => {
  media = new StandInMedia();
  page = new EventTarget();
  kept = [];
  vi.stubGlobal(
    "MediaStream",
    class {
      readonly tracks: readonly unknown[];
      constructor(tracks: readonly unknown[]) {
        this.tracks = tracks;
      }
      getAudioTracks = () => this.tracks;
    },
  );
});
afterEach(() => {
  devices.close();
  vi.unstubAllGlobals();
});

function open(choice: JoiningChoice, permissions: Pick<Permissions, "query"> | null = null) {
  const keep = (next: JoiningChoice) => kept.push(next);
  devices = createOwnDevices({ choice, keep, media: media.asMedia(), permissions, page });
  return devices;
}

const idOf = (kind: "microphone" | "camera") => devices.now()[kind]?.getSettings().deviceId;
const becomes = (kind: "microphone" | "camera", deviceId: string | undefined) =>
  expect.poll(() => idOf(kind)).toBe(deviceId);
const expectTrouble = (kind: "microphone" | "camera", state: string, trouble: string | null) =>
  expect
    .poll(() => [devices.now().states[kind], devices.now().troubles[kind]])
    .toEqual([state, trouble]);

describe("what is asked of the browser", () => {
  it("[CL29] is both devices in one question, small pictures, and the echo taken out", async () => {
    open(plainChoice);
    await becomes("microphone", "built-in");

    expect(media.asked).toEqual([
      {
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
        video: { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 20, max: 30 } },
      },
    ]);
    expect(devices.now().states).toEqual({ microphone: "on", camera: "on" });
  });

  it("[CL29] is nothing while nothing is wanted, and only what is", async () => {
    open(silent);
    expect(media.asked).toEqual([]);

    devices.setCamera(true);
    await becomes("camera", "webcam");

    expect(media.asked).toHaveLength(1);
    expect(media.asked[0]).not.toHaveProperty("audio");
  });

  it("[CL29] is the chosen device, or another when that one is gone", async () => {
    open({ ...silent, microphone: true, microphoneId: "headset" });
    await becomes("microphone", "headset");
    devices.close();

    open({ ...silent, microphone: true, microphoneId: "of-last-year" });

    await becomes("microphone", "built-in");
    expect(devices.now().troubles.microphone).toBeNull();
  });

  it("[CL29] follows a choice made while one talks, and keeps it for the next time", async () => {
    open({ ...silent, microphone: true });
    await becomes("microphone", "built-in");
    await expect.poll(() => devices.list().available).toHaveLength(4);

    devices.choose("microphone", "headset");
    devices.choose("speaker", "speakers");
    await becomes("microphone", "headset");

    expect(devices.list().chosen).toEqual({
      microphone: "headset",
      camera: null,
      speaker: "speakers",
    });
    expect(kept.at(-1)).toMatchObject({ microphoneId: "headset", speakerId: "speakers" });
    expect(media.opened[0]?.readyState).toBe("ended");
  });
});

describe("what leaves the devices", () => {
  it("[CL30] stops at once with the microphone off, which stays open; the camera closes", async () => {
    open(plainChoice);
    await becomes("camera", "webcam");
    const { microphone, camera } = devices.now();

    devices.setMicrophone(false);
    devices.setCamera(false);

    expect(microphone).toMatchObject({ enabled: false, readyState: "live" });
    expect(camera).toMatchObject({ readyState: "ended" });
    expect(devices.now().camera).toBeNull();
    expect(devices.now().states).toEqual({ microphone: "off", camera: "off" });
    expect(kept.at(-1)).toMatchObject({ microphone: false, camera: false });
  });

  it("[CL30] is the voice while the microphone is held on, and no longer", async () => {
    open(silent);

    devices.hold(true);
    await becomes("microphone", "built-in");
    expect(devices.now().microphone?.enabled).toBe(true);
    expect(devices.now().states.microphone).toBe("on");
    devices.hold(false);

    expect(devices.now().microphone?.enabled).toBe(false);
    expect(devices.now().states.microphone).toBe("off");
    expect(kept).toEqual([]);
  });

  it("[CL30] is nothing while silenced, whatever is switched, and as before after it", async () => {
    open(plainChoice);
    await becomes("camera", "webcam");
    const { microphone, camera } = devices.now();

    devices.silence(true);
    expect([microphone?.enabled, camera?.enabled]).toEqual([false, false]);
    devices.hold(true);
    devices.setMicrophone(true);
    expect(microphone?.enabled).toBe(false);
    devices.choose("microphone", "headset");
    await becomes("microphone", "headset");
    expect(devices.now().microphone?.enabled).toBe(false);
    devices.silence(false);

    expect([devices.now().microphone?.enabled, camera?.enabled]).toEqual([true, true]);
  });

  it("[CL30] leaves one's own meter a microphone to hear, which is never the one sent", async () => {
    open({ ...silent, microphone: true });
    await becomes("microphone", "built-in");

    devices.setMicrophone(false);

    const { listening, microphone } = devices.now();
    expect(listening?.getAudioTracks()[0]).toMatchObject({ enabled: true, readyState: "live" });
    expect(listening?.getAudioTracks()[0]).not.toBe(microphone);
    expect(devices.now().listening).toBe(listening);
  });

  it("[CL30] is nothing of what opens after it was switched off or the room was left", async () => {
    open(plainChoice);
    devices.setCamera(false);
    devices.close();

    await expect
      .poll(() => media.opened.map(({ readyState }) => readyState))
      .toEqual(["ended", "ended"]);
  });
});

describe("a device that gives nothing", () => {
  it("[CL31] is told apart: refused, not there, used by another program", async () => {
    media.refused.add("video");
    media.busy = new Set(["built-in", "headset"]);
    open(plainChoice);
    await expectTrouble("camera", "none", "denied");
    await expectTrouble("microphone", "none", "busy");

    media.devices = [];
    devices.setMicrophone(true);

    await expectTrouble("microphone", "none", "none");
  });

  it("[CL31] leaves the other one to work", async () => {
    media.refused.add("video");
    open(plainChoice);

    await becomes("microphone", "built-in");
    await expectTrouble("microphone", "on", null);
  });

  it("[CL31] and was unplugged is replaced by another, which is said until the next press", async () => {
    open({ ...silent, microphone: true, microphoneId: "headset" });
    await becomes("microphone", "headset");

    media.unplug("headset");
    await becomes("microphone", "built-in");
    await expectTrouble("microphone", "on", "unplugged");
    devices.setMicrophone(true);

    await expectTrouble("microphone", "on", null);
  });

  it("[CL31] and was the last one is missed, and taken again when it is back", async () => {
    open({ ...silent, camera: true });
    await becomes("camera", "webcam");

    media.unplug("webcam");
    await expectTrouble("camera", "none", "unplugged");
    expect(devices.now().camera).toBeNull();
    media.plugIn({ kind: "videoinput", deviceId: "webcam" });

    await becomes("camera", "webcam");
    expect(devices.now().states.camera).toBe("on");
  });

  it("[CL31] and was chosen is taken again when it is plugged in again", async () => {
    open({ ...silent, microphone: true, microphoneId: "headset" });
    await becomes("microphone", "headset");
    media.unplug("headset");
    await becomes("microphone", "built-in");

    media.plugIn({ kind: "audioinput", deviceId: "headset" });

    await becomes("microphone", "headset");
    await expectTrouble("microphone", "on", null);
  });

  it("[CL31] and was refused is not asked for again by itself, and opens once it is allowed", async () => {
    media.refused.add("audio");
    const permission = Object.assign(new EventTarget(), { state: "denied" });
    const query = () => Promise.resolve(permission as unknown as PermissionStatus);
    open({ ...silent, microphone: true }, { query });
    await expectTrouble("microphone", "none", "denied");

    media.plugIn({ kind: "audioinput", deviceId: "third" });
    page.dispatchEvent(new Event("visibilitychange"));
    await expect.poll(() => devices.list().available).toHaveLength(5);
    expect(media.asked).toHaveLength(1);
    media.refused.clear();
    permission.state = "granted";
    permission.dispatchEvent(new Event("change"));

    await expectTrouble("microphone", "on", null);
  });

  it("[CL31] and ended while the page slept is opened again when the page is looked at", async () => {
    open({ ...silent, camera: true });
    await becomes("camera", "webcam");
    const asleep = devices.now().camera;
    media.opened[0]?.stop();

    page.dispatchEvent(new Event("visibilitychange"));

    await expect.poll(() => devices.now().camera?.readyState).toBe("live");
    expect(devices.now().camera).not.toBe(asleep);
  });

  it("[CL31] is all there is on a page that may use none", async () => {
    devices = createOwnDevices({
      choice: plainChoice,
      keep: () => 0,
      media: null,
      permissions: null,
      page,
    });

    await expectTrouble("microphone", "none", "none");
    await expectTrouble("camera", "none", "none");
  });
});
