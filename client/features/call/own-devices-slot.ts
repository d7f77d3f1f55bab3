import type { OpenDevice, OpenedDevice, SentKind } from "#client/lib/device-opening.ts";
import type { DeviceState } from "#shared/protocol/call-events.ts";
import type { DeviceTrouble } from "./call.ts";

/** One device of oneself, from the wish for it to what is sent. */
export interface DeviceSlot {
  /** What is sent, silent or dark while it may not leave; null while there is nothing. */
  sent(): MediaStreamTrack | null;
  /** The device itself, never silenced and never to be sent: for meters on this device. */
  source(): MediaStreamTrack | null;
  state(): DeviceState;
  trouble(): DeviceTrouble | null;
  /** Wanted for sending; asks the browser when there is nothing yet, after a trouble too. */
  want(isWanted: boolean): void;
  /** Whether anything may leave at all; takes effect before it returns. */
  let(mayLeave: boolean): void;
  /** Takes this device from now on; null: whatever the browser takes. */
  choose(deviceId: string | null): void;
  /** Something has changed (plugged in, woken): looks whether a wish can be met now. These are there. */
  look(deviceIds: readonly string[]): void;
  /** It has been refused before and is allowed now. */
  allow(): void;
  close(): void;
}

/** What one slot is made of. */
export interface DeviceSlotParts {
  readonly kind: SentKind;
  readonly deviceId: string | null;
  readonly open: OpenDevice;
  readonly onChange: () => void;
}

/**
 * A microphone stays open while switched off, so that one is heard at once when it is switched on and is
 * told when one speaks unheard. A camera is closed, so that its light goes out.
 */
export function createDeviceSlot({ kind, open, onChange, ...parts }: DeviceSlotParts): DeviceSlot {
  let deviceId = parts.deviceId;
  let isWanted = false;
  /** The device is to be open, whether or not anything of it is sent. */
  let isNeeded = false;
  let mayLeave = true;
  let isOpening = false;
  let isUnplugged = false;
  let isClosed = false;
  let trouble: DeviceTrouble | null = null;
  let held: { readonly source: MediaStreamTrack; readonly sent: MediaStreamTrack } | null = null;

  function enable() {
    if (held !== null) held.sent.enabled = isWanted && mayLeave;
  }

  function drop() {
    const dropped = held;
    held = null;
    dropped?.source.stop();
    dropped?.sent.stop();
  }

  function take(source: MediaStreamTrack) {
    held = { source, sent: kind === "microphone" ? source.clone() : source };
    enable();
    source.addEventListener("ended", () => {
      if (held?.source === source) lose();
    });
  }

  function lose() {
    drop();
    isUnplugged = true;
    onChange();
    void settle();
  }

  async function settle(): Promise<void> {
    if (!isNeeded || held !== null || isOpening || isClosed) return;
    isOpening = true;
    const askedFor = deviceId;
    const opened = await open(kind, askedFor);
    isOpening = false;
    const isStale = isClosed || !isNeeded || askedFor !== deviceId;
    if (isStale) {
      if (opened.ok) opened.value.stop();
      return settle();
    }
    if (opened.ok) take(opened.value);
    trouble = troubleAfter(opened, isUnplugged);
    onChange();
  }

  function openAnew() {
    drop();
    trouble = null;
    isUnplugged = false;
    onChange();
    void settle();
  }

  return {
    sent: () => held?.sent ?? null,
    source: () => held?.source ?? null,
    state() {
      if (held !== null) return isWanted ? "on" : "off";
      return trouble === null ? "off" : "none";
    },
    trouble: () => trouble,
    want(wanted) {
      isWanted = wanted;
      isNeeded = wanted || (kind === "microphone" && held !== null);
      if (!isNeeded) drop();
      if (held !== null) trouble = null;
      enable();
      if (wanted && held === null) openAnew();
      else onChange();
    },
    let(may) {
      mayLeave = may;
      enable();
    },
    choose(chosen) {
      deviceId = chosen;
      if (isNeeded) openAnew();
    },
    look(deviceIds) {
      if (held?.source.readyState === "ended") return lose();
      const isChosenBack = deviceId !== null && deviceIds.includes(deviceId);
      if (held === null) {
        if (trouble !== "denied") void settle(); // who has refused is not asked again
      } else if (isChosenBack && held.source.getSettings().deviceId !== deviceId) openAnew();
    },
    allow() {
      if (trouble === "denied") void settle();
    },
    close() {
      isClosed = true;
      drop();
    },
  };
}

function troubleAfter(opened: OpenedDevice, isUnplugged: boolean): DeviceTrouble | null {
  if (!opened.ok && opened.reason !== "none") return opened.reason;
  if (isUnplugged) return "unplugged";
  return opened.ok ? null : opened.reason;
}
