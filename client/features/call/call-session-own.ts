import { keepJoiningChoice, readJoiningChoice } from "#client/lib/joining-choice.ts";
import type { JoiningChoice } from "#client/lib/joining-choice.ts";
import type { DeviceChoices, DeviceKind } from "./call.ts";
import { createOwnDevices } from "./own-devices.ts";
import type { OwnDevices, OwnDevicesNow } from "./own-devices.ts";

/** One's own devices while in the call, and what is chosen for them while not. */
export interface OwnSide extends Omit<OwnDevices, "now" | "onChange" | "list"> {
  now(): OwnDevicesNow;
  list(): DeviceChoices;
  /** Opens what is wanted. */
  begin(): void;
  /** Closes every device: no light stays on. */
  end(): void;
}

const closed: OwnDevicesNow = {
  microphone: null,
  camera: null,
  listening: null,
  states: { microphone: "off", camera: "off" },
  troubles: { microphone: null, camera: null },
};

/** Nothing is open until `begin`. */
export function createOwnSide(parts: {
  readonly choice: JoiningChoice;
  readonly onChange: () => void;
  readonly open?: typeof createOwnDevices;
}): OwnSide {
  const { onChange, open = createOwnDevices } = parts;
  let choice = parts.choice;
  let devices: OwnDevices | null = null;
  let isSilenced = false;

  function keep(next: JoiningChoice) {
    choice = next;
    keepJoiningChoice(next);
  }

  function change(changed: Partial<JoiningChoice>) {
    keep({ ...choice, ...changed });
    onChange();
  }

  return {
    now: () => devices?.now() ?? closed,
    list: () => devices?.list() ?? { available: [], chosen: chosenIn(choice) },
    begin() {
      if (devices !== null) return;
      // The screen may have asked for another choice meanwhile.
      choice = readJoiningChoice() ?? choice;
      devices = open({ choice, keep });
      devices.silence(isSilenced);
      devices.onChange(onChange);
      onChange();
    },
    end() {
      devices?.close();
      devices = null;
      onChange();
    },
    setMicrophone(isOn) {
      if (devices === null) change({ microphone: isOn });
      else devices.setMicrophone(isOn);
    },
    setCamera(isOn) {
      if (devices === null) change({ camera: isOn });
      else devices.setCamera(isOn);
    },
    hold: (isHeld) => devices?.hold(isHeld),
    choose(kind: DeviceKind, deviceId) {
      if (devices === null) change({ [`${kind}Id`]: deviceId === "" ? null : deviceId });
      else devices.choose(kind, deviceId);
    },
    silence(isOn) {
      isSilenced = isOn;
      devices?.silence(isOn);
    },
    close() {
      devices?.close();
      devices = null;
    },
  };
}

function chosenIn(choice: JoiningChoice): DeviceChoices["chosen"] {
  const { microphoneId, cameraId, speakerId } = choice;
  return { microphone: microphoneId, camera: cameraId, speaker: speakerId };
}
