import type { Media } from "#client/lib/device-opening.ts";

/** A track that nothing comes out of; it knows whether it may be heard or seen. */
export class StandInTrack extends EventTarget {
  enabled = true;
  readyState: "live" | "ended" = "live";
  readonly kind: "audio" | "video";
  private readonly deviceId: string;

  constructor(kind: "audio" | "video", deviceId: string) {
    super();
    this.kind = kind;
    this.deviceId = deviceId;
  }
  clone() {
    return new StandInTrack(this.kind, this.deviceId);
  }
  stop() {
    this.readyState = "ended";
  }
  getSettings() {
    return { deviceId: this.deviceId, echoCancellation: true };
  }
}

interface StandInDevice {
  readonly kind: "audioinput" | "videoinput" | "audiooutput";
  readonly deviceId: string;
}

const inputs = { audio: "audioinput", video: "videoinput" } as const;

/** Devices that can be plugged in, pulled out, refused and taken; no more of a browser than is used. */
export class StandInMedia extends EventTarget {
  devices: StandInDevice[] = [
    { kind: "audioinput", deviceId: "built-in" },
    { kind: "audioinput", deviceId: "headset" },
    { kind: "videoinput", deviceId: "webcam" },
    { kind: "audiooutput", deviceId: "speakers" },
  ];
  refused = new Set<"audio" | "video">();
  busy = new Set<string>();
  readonly asked: MediaStreamConstraints[] = [];
  readonly opened: StandInTrack[] = [];

  /** The same as the browser's own kind of devices; tests use no more of it than this has. */
  asMedia(): Media {
    return this as unknown as Media;
  }

  async getUserMedia(asked: MediaStreamConstraints) {
    this.asked.push(asked);
    await Promise.resolve();
    const tracks = (["audio", "video"] as const)
      .filter((kind) => asked[kind] !== undefined)
      .map((kind) => this.open(kind, asked[kind]));
    this.opened.push(...tracks);
    return { getTracks: () => tracks };
  }

  async enumerateDevices() {
    await Promise.resolve();
    return this.devices.map((device) => ({ ...device, label: `The ${device.deviceId}` }));
  }

  unplug(deviceId: string) {
    this.devices = this.devices.filter((device) => device.deviceId !== deviceId);
    for (const track of this.opened) {
      if (track.getSettings().deviceId !== deviceId || track.readyState === "ended") continue;
      track.readyState = "ended";
      track.dispatchEvent(new Event("ended"));
    }
    this.dispatchEvent(new Event("devicechange"));
  }

  plugIn(device: StandInDevice) {
    this.devices = [...this.devices, device];
    this.dispatchEvent(new Event("devicechange"));
  }

  private open(kind: "audio" | "video", asked: MediaStreamConstraints["audio"]) {
    if (this.refused.has(kind)) throw new DOMException("", "NotAllowedError");
    const wanted = wantedId(asked);
    const fitting = this.devices.filter(
      (device) => device.kind === inputs[kind] && (wanted === null || device.deviceId === wanted),
    );
    const free = fitting.find(({ deviceId }) => !this.busy.has(deviceId));
    if (free !== undefined) return new StandInTrack(kind, free.deviceId);
    if (fitting.length > 0) throw new DOMException("", "NotReadableError");
    throw new DOMException("", wanted === null ? "NotFoundError" : "OverconstrainedError");
  }
}

function wantedId(asked: MediaStreamConstraints["audio"]): string | null {
  const wanted = typeof asked === "object" ? asked.deviceId : undefined;
  return typeof wanted === "object" && "exact" in wanted ? String(wanted.exact) : null;
}
