import type { RoomLink } from "#client/lib/room-connection.ts";
import type { CallMember } from "#shared/protocol/call-events.ts";
import type { CallPerson, CallSnapshot, OwnPart } from "./call.ts";
import type { CallMedia } from "./call-session-media.ts";
import type { MembershipState } from "./call-session-membership.ts";
import { sealedTo } from "./call-session-path.ts";
import type { PersonTracks } from "./call-session-people.ts";
import type { OwnDevicesNow } from "./own-devices.ts";

/** What a snapshot is made of. */
export interface SnapshotParts {
  readonly membership: MembershipState;
  readonly link: RoomLink["kind"];
  readonly media: Pick<CallMedia, "call" | "people" | "lines" | "isConnected">;
  readonly devices: OwnDevicesNow;
  /** The same object as long as it is the same camera. */
  readonly picture: MediaStream | null;
  readonly isSilenced: boolean;
  readonly isSpeaking: (key: string) => boolean;
  readonly isSpeakingUnheard: boolean;
  readonly codeOf: (publicKey: string | null) => readonly string[] | null;
}

/** Under this name the levels know one's own voice. */
export const ownVoice = "me";
/** A line that brought nothing for this many seconds is being made again. */
const silentSeconds = 4;
const stillSeconds = 3;

/** Everything a screen shows of the call, now. */
export function takeSnapshot(parts: SnapshotParts): CallSnapshot {
  const { media, isSilenced } = parts;
  const { call } = media;
  const people = media.people.all().map((person) => personOf(person, parts));
  return {
    state: stateOf(parts, people),
    isFull: parts.membership === "full",
    path: call?.path ?? null,
    sealedTo: sealedTo(call?.path ?? null, call?.members ?? []),
    me: ownPart(parts),
    people,
    isSilenced,
  };
}

function stateOf(
  { membership, link }: SnapshotParts,
  people: readonly CallPerson[],
): CallSnapshot["state"] {
  switch (membership) {
    case "unavailable":
    case "joining":
      return membership;
    case "out":
    case "full":
      return "left";
    default: {
      const isCutOff = people.length > 0 && people.every(({ isConnected }) => !isConnected);
      return isCutOff && (membership === "again" || link === "lost") ? "lost" : "on";
    }
  }
}

function personOf(person: PersonTracks, parts: SnapshotParts): CallPerson {
  const { member, stream } = person;
  const { participantId, tabId, microphone, camera, publicKey } = member;
  const isConnected = isHere(member, parts.media);
  return {
    participantId,
    microphone,
    camera,
    stream,
    isConnected,
    isSpeaking: microphone === "on" && parts.isSpeaking(tabId),
    line: parts.media.lines.of(tabId).quality,
    isFacePaused: camera === "on" && isConnected && isHeldBack(member, parts.media),
    safetyCode: parts.codeOf(publicKey),
  };
}

/** Something of theirs comes, or would if they sent anything. */
function isHere(member: CallMember, media: SnapshotParts["media"]): boolean {
  const { tabId, microphone, camera } = member;
  const sendsNothing = microphone !== "on" && camera !== "on";
  // With nothing to take from it, the way from the router is not even opened.
  if (sendsNothing && media.call?.path === "router") return true;
  const isSilent = media.lines.of(tabId).silentFor >= silentSeconds;
  return media.isConnected(tabId) && (sendsNothing || !isSilent);
}

/** Their face does not come, though their camera is on. */
function isHeldBack({ tabId, produced }: CallMember, { call, lines }: SnapshotParts["media"]) {
  if (lines.of(tabId).stillFor >= stillSeconds) return true;
  const isPaused = produced.some((one) => one.kind === "video" && one.isPaused);
  return call?.path === "router" && (isPaused || !lines.takesFaces);
}

function ownPart(parts: SnapshotParts): OwnPart {
  const { devices, isSilenced, picture } = parts;
  const { states, troubles, listening } = devices;
  const { own, faces } = parts.media.lines;
  return {
    microphone: states.microphone,
    camera: states.camera,
    microphoneTrouble: troubles.microphone,
    cameraTrouble: troubles.camera,
    picture,
    listening,
    isSpeaking: states.microphone === "on" && !isSilenced && parts.isSpeaking(ownVoice),
    line: own,
    isFacePaused: states.camera === "on" && faces === "no-faces",
    isSpeakingUnheard: parts.isSpeakingUnheard,
  };
}

/** Whether two snapshots show the same, so that nothing is drawn again for nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isPlain(one) || !isPlain(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]))
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
