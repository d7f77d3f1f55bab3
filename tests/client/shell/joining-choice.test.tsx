import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeviceCheck } from "#client/features/joining/DeviceCheck.tsx";
import { DevicePicker } from "#client/ui/DevicePicker.tsx";
import { listDevices } from "#client/lib/device-list.ts";
import { StandInMedia } from "#tests/client/call/stand-in-devices.ts";

let storage: Map<string, string>;

beforeEach(() => {
  storage = new Map();
  const localStorage = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  };
  vi.stubGlobal("window", { localStorage });
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** As a page loaded anew has it. */
const loadAnew = () => import("#client/lib/joining-choice.ts");

describe("the choice on the way in", () => {
  it("[CL36] is kept in this browser and read by the next page", async () => {
    const first = await loadAnew();
    expect(first.readJoiningChoice()).toBeNull();
    first.keepJoiningChoice({ ...first.plainChoice, camera: false, microphoneId: "headset" });
    vi.resetModules();

    const second = await loadAnew();

    expect(second.readJoiningChoice()).toEqual({
      ...first.plainChoice,
      camera: false,
      microphoneId: "headset",
    });
  });

  it.each(["{", "7", '{"microphone":"yes"}'])("[CL36] is none when %s is kept", async (kept) => {
    storage.set("joining-choice", kept);

    expect((await loadAnew()).readJoiningChoice()).toBeNull();
  });

  it("[CL36] lasts as long as the page where nothing can be kept", async () => {
    vi.stubGlobal("window", {});
    const { keepJoiningChoice, plainChoice, readJoiningChoice } = await loadAnew();

    keepJoiningChoice(plainChoice);

    expect(readJoiningChoice()).toBe(plainChoice);
  });
});

describe("the device check", () => {
  it("[CL36] is optional, can be gone past by sound only, and names headphones", () => {
    const words = renderToStaticMarkup(<DeviceCheck />);

    expect(words).toContain("You can go in without.");
    expect(words).toContain("Join by sound only");
    expect(words).toContain("Headphones");
  });

  it("[CL36] offers each kind of device there is, and the browser's own choice", async () => {
    const media = new StandInMedia();
    media.devices = media.devices.filter(({ kind }) => kind !== "videoinput");
    media.plugIn({ kind: "audioinput", deviceId: "default" });
    const devices = await listDevices(media.asMedia());

    const words = renderToStaticMarkup(
      <DevicePicker
        devices={devices}
        chosen={{ microphone: "headset", camera: null, speaker: null }}
        onChoose={() => undefined}
      />,
    );

    expect(devices.map(({ deviceId }) => deviceId)).toEqual(["built-in", "headset", "speakers"]);
    expect(words).toContain("The headset");
    expect(words.match(/<select/g)).toHaveLength(2);
    expect(words.match(/browser&#x27;s choice/g)).toHaveLength(2);
  });
});
