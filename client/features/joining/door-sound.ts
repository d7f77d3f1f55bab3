const key = "door-sound";

/** Whether a knock is heard on this device; on until switched off. */
export function isDoorSoundOn(): boolean {
  return readSetting() !== "off";
}

/** Keeps the choice on this device. */
export function setDoorSound(isOn: boolean): void {
  try {
    window.localStorage.setItem(key, isOn ? "on" : "off");
  } catch {
    // Storage is closed in some private windows: the choice then lasts as long as the page.
  }
}

function readSetting(): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // see above
  }
}
