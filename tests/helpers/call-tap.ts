/** What the tests keep in a page: every line it ever made, and every device it was given. */
export interface CallTap {
  readonly lines: RTCPeerConnection[];
  readonly devices: MediaStreamTrack[];
}

/** A page in which a tap stands. */
export type TappedWindow = Window & { callTap?: CallTap };

/** Runs in the page before its own scripts; stands alone. Nothing of it is known to the product. */
export function tapCalls(): void {
  const tap: CallTap = { lines: [], devices: [] };
  (window as TappedWindow).callTap = tap; // a place of the tests' own

  const makeLine = window.RTCPeerConnection;
  window.RTCPeerConnection = new Proxy(makeLine, {
    construct: (target, given: [RTCConfiguration?]) => {
      const line = new target(...given);
      tap.lines.push(line);
      return line;
    },
  });

  const { mediaDevices } = navigator;
  const give = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await give(wanted);
    tap.devices.push(...stream.getTracks());
    return stream;
  };
}

/** What a pulled plug does to the devices of one kind. Runs in the page; stands alone. */
export function unplug(kind: "audio" | "video"): void {
  const { devices = [] } = (window as TappedWindow).callTap ?? {};
  for (const device of devices) {
    if (device.kind !== kind || device.readyState === "ended") continue;
    device.stop();
    device.dispatchEvent(new Event("ended"));
  }
}
