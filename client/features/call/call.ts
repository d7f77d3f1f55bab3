import type { ParticipantId } from "#shared/domain/ids.ts";
import type { CallPath, DeviceState } from "#shared/protocol/call-events.ts";

/** A kind of device that speaks or looks; `speaker` only plays. */
export type DeviceKind = "microphone" | "camera" | "speaker";

/** Why a device gives nothing though it is wanted. */
export type DeviceTrouble = "denied" | "none" | "busy" | "unplugged";

/** How a line carries voices and faces, in the order of getting worse. */
export type LineQuality = "good" | "weak" | "poor";

/** Somebody else in the call. */
export interface CallPerson {
  readonly participantId: ParticipantId;
  readonly microphone: DeviceState;
  readonly camera: DeviceState;
  /** Their voice and their face, as far as they come; the same object as long as they stay. */
  readonly stream: MediaStream;
  /** Something of theirs is coming through now. */
  readonly isConnected: boolean;
  readonly isSpeaking: boolean;
  readonly line: LineQuality;
  /** Their face has been left out because a line is weak, theirs or one's own. */
  readonly isFacePaused: boolean;
  /** Four words that stand on both screens when nobody listens in between; null while there are none. */
  readonly safetyCode: readonly string[] | null;
}

/** Oneself in the call. */
export interface OwnPart {
  readonly microphone: DeviceState;
  readonly camera: DeviceState;
  readonly microphoneTrouble: DeviceTrouble | null;
  readonly cameraTrouble: DeviceTrouble | null;
  /** One's own face, for oneself to see; null with the camera off. */
  readonly picture: MediaStream | null;
  /** One's own microphone as a meter on this screen hears it, also while it is off; never sent. */
  readonly listening: MediaStream | null;
  readonly isSpeaking: boolean;
  readonly line: LineQuality;
  readonly isFacePaused: boolean;
  /** Spoken while the microphone was off, a moment ago: worth a hint. */
  readonly isSpeakingUnheard: boolean;
}

/** Everything a screen shows of the call. A new object at each change. */
export interface CallSnapshot {
  /** `unavailable`: this server or browser has no call. `lost`: being tried again by itself. */
  readonly state: "unavailable" | "joining" | "on" | "lost" | "left";
  /** Out of it because there was no place. */
  readonly isFull: boolean;
  readonly path: CallPath | null;
  /** `ends`: only the people in it can hear. `server`: encrypted to the server, which could hear. */
  readonly sealedTo: "ends" | "server";
  readonly me: OwnPart;
  readonly people: readonly CallPerson[];
  /** While covered nobody is heard and nobody's face is seen, oneself included. */
  readonly isSilenced: boolean;
}

/** The devices there are to choose from, and which are in use; empty names until one has been allowed. */
export interface DeviceChoices {
  readonly available: readonly {
    readonly kind: DeviceKind;
    readonly deviceId: string;
    readonly name: string;
  }[];
  readonly chosen: Readonly<Record<DeviceKind, string | null>>;
}

/** One tab's part in the call: made once for a room, mends itself, ends by `close()`. Never asks the screen for anything. */
export interface Call {
  now(): CallSnapshot;
  onChange(listener: () => void): () => void;
  /** Turning a device on asks the browser for it when it has not been given yet. */
  setMicrophone(isOn: boolean): void;
  setCamera(isOn: boolean): void;
  /** Hold to talk: heard while held, though the microphone is off otherwise. */
  holdToTalk(isHeld: boolean): void;
  devices(): DeviceChoices;
  choose(kind: DeviceKind, deviceId: string): void;
  /** Covered: nothing goes out and nothing is heard, at once, whatever the switches say. */
  silence(isOn: boolean): void;
  /** Leaves the call and stays in the room. */
  leave(): void;
  join(): void;
  close(): void;
}
