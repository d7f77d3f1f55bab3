import { listDevices } from "#client/lib/device-list.ts";
import { browserMedia, createDeviceOpener } from "#client/lib/device-opening.ts";
import type { Media, SentKind } from "#client/lib/device-opening.ts";
import { keepJoiningChoice } from "#client/lib/joining-choice.ts";
import type { JoiningChoice } from "#client/lib/joining-choice.ts";
import type { DeviceState } from "#shared/protocol/call-events.ts";
import type { DeviceChoices, DeviceKind, DeviceTrouble } from "./call.ts";
import { browserPermissions, onDeviceAllowed } from "./devices-allowed.ts";
import type { DevicePermissions } from "./devices-allowed.ts";
import { createDeviceSlot } from "./own-devices-slot.ts";

/** What one's own devices give at one moment. */
export interface OwnDevicesNow {
  /** To be sent: silent while switched off or silenced. The same track as long as it is the same device. */
  readonly microphone: MediaStreamTrack | null;
  /** To be sent: dark while silenced, null while switched off. */
  readonly camera: MediaStreamTrack | null;
  /** The microphone as this device's own meters hear it, switched off too; never to be sent. */
  readonly listening: MediaStream | null;
  readonly states: Readonly<Record<SentKind, DeviceState>>;
  /** `unplugged` with the state `on`: another device was taken instead. */
  readonly troubles: Readonly<Record<SentKind, DeviceTrouble | null>>;
}

/** One's own microphone and camera. Only what is wanted is asked for; what goes missing is replaced. */
export interface OwnDevices {
  now(): OwnDevicesNow;
  /** After anything has changed, the list of devices too. */
  onChange(listener: () => void): () => void;
  setMicrophone(isOn: boolean): void;
  setCamera(isOn: boolean): void;
  /** Hold to talk: the microphone is on while held. */
  hold(isHeld: boolean): void;
  list(): DeviceChoices;
  /** An empty id: whatever the browser takes. */
  choose(kind: DeviceKind, deviceId: string): void;
  /** Nothing leaves from this line on, whatever the switches say, until it is taken back. */
  silence(isOn: boolean): void;
  /** Closes every device. */
  close(): void;
}

/** What stands outside; all but the choice is the browser's own unless given. */
export interface OwnDevicesParts {
  /** What to switch on at once, and by which devices. */
  readonly choice: JoiningChoice;
  /** Takes every later choice, so that a page loaded anew begins with it. */
  readonly keep?: (choice: JoiningChoice) => void;
  readonly media?: Media | null;
  readonly permissions?: DevicePermissions | null;
  /** Tells when a page is looked at again. */
  readonly page?: Pick<EventTarget, "addEventListener" | "removeEventListener">;
}

/** The devices of one tab, until `close()`. */
export function createOwnDevices(parts: OwnDevicesParts): OwnDevices {
  const { keep = keepJoiningChoice } = parts;
  const media = parts.media === undefined ? browserMedia() : parts.media;
  const page = parts.page ?? document;
  const open = createDeviceOpener(media);
  const listeners = new Set<() => void>();
  let { choice } = parts;
  let isHeld = false;
  let isClosed = false;
  let available: DeviceChoices["available"] = [];
  let listening: MediaStream | null = null;

  const slots = {
    microphone: slotOf("microphone", choice.microphoneId),
    camera: slotOf("camera", choice.cameraId),
  };
  let current = take();

  function slotOf(kind: SentKind, deviceId: string | null) {
    return createDeviceSlot({ kind, deviceId, open, onChange: handleChange });
  }

  function take(): OwnDevicesNow {
    const { microphone, camera } = slots;
    const source = microphone.source();
    if (source === null) listening = null;
    else if (listening?.getAudioTracks()[0] !== source) listening = new MediaStream([source]);
    return {
      microphone: microphone.sent(),
      camera: camera.sent(),
      listening,
      states: { microphone: microphone.state(), camera: camera.state() },
      troubles: { microphone: microphone.trouble(), camera: camera.trouble() },
    };
  }

  function tell() {
    if (isClosed) return;
    current = take();
    for (const listener of listeners) listener();
  }

  function handleChange() {
    tell();
    void refresh(); // names are told only once a device has been allowed
  }

  async function refresh(): Promise<readonly string[]> {
    const found = await listDevices(media);
    if (JSON.stringify(found) !== JSON.stringify(available)) {
      available = found;
      tell();
    }
    return available.map(({ deviceId }) => deviceId);
  }

  async function look(): Promise<void> {
    const deviceIds = await refresh();
    for (const slot of Object.values(slots)) slot.look(deviceIds);
  }

  function change(changed: Partial<JoiningChoice>) {
    choice = { ...choice, ...changed };
    keep(choice);
  }

  function chosenOf(kind: DeviceKind): string | null {
    const inUse = kind === "speaker" ? null : slots[kind].source()?.getSettings().deviceId;
    const deviceId = inUse ?? choice[`${kind}Id`];
    return available.some((device) => device.deviceId === deviceId) ? deviceId : null;
  }

  const wantMicrophone = () => slots.microphone.want(choice.microphone || isHeld);
  const handlePlugged = () => void look();
  /** After a sleep a device may have ended unheard. */
  const handleWake = () => {
    for (const slot of Object.values(slots)) slot.look([]);
  };
  const stopPermissions = onDeviceAllowed(
    parts.permissions === undefined ? browserPermissions() : parts.permissions,
    (kind) => slots[kind].allow(),
  );
  media?.addEventListener("devicechange", handlePlugged);
  page.addEventListener("visibilitychange", handleWake);
  if (choice.microphone) wantMicrophone();
  if (choice.camera) slots.camera.want(true);
  void refresh();

  return {
    now: () => current,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setMicrophone(isOn) {
      change({ microphone: isOn });
      wantMicrophone();
    },
    setCamera(isOn) {
      change({ camera: isOn });
      slots.camera.want(isOn);
    },
    hold(held) {
      isHeld = held;
      wantMicrophone();
    },
    list: () => ({
      available,
      chosen: {
        microphone: chosenOf("microphone"),
        camera: chosenOf("camera"),
        speaker: chosenOf("speaker"),
      },
    }),
    choose(kind, deviceId) {
      const chosen = deviceId === "" ? null : deviceId;
      change({ [`${kind}Id`]: chosen });
      if (kind === "speaker") tell();
      else slots[kind].choose(chosen);
    },
    silence(isOn) {
      for (const slot of Object.values(slots)) slot.let(!isOn);
    },
    close() {
      isClosed = true;
      stopPermissions();
      media?.removeEventListener("devicechange", handlePlugged);
      page.removeEventListener("visibilitychange", handleWake);
      for (const slot of Object.values(slots)) slot.close();
      listeners.clear();
    },
  };
}
