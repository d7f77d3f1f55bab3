import { BufferSource, EncodedPacketSink, Input, MP4 } from "mediabunny";
import type { EncodedPacket, InputTrack, InputVideoTrack } from "mediabunny";
import { clipLimits } from "#shared/domain/clip.ts";
import { cutLimits } from "#shared/studio/cut-plan.ts";
import type { ClipFault } from "./clip-faults.ts";
import type { ExpectedClip } from "./cut-outcome.ts";

/** Times are kept in ticks of the file. */
const sameMs = 0.1;
/** An encoder hands its sound on in packets of 20 ms or so, and may need a run-up of two. */
const soundLeewayMs = 60;
/** Tables, and what an encoder takes for a first picture that nothing went before. */
const leastBytes = 256 * 1024;

/** Opens a finished clip. */
export function openFinishedClip(bytes: Uint8Array<ArrayBuffer>): Input {
  return new Input({ formats: [MP4], source: new BufferSource(bytes) });
}

/** Measures a finished file against what it is meant to hold, by its packets: nothing is decoded. */
export async function checkContents(input: Input, expected: ExpectedClip): Promise<ClipFault[]> {
  if (!(await input.canRead())) return ["unreadable"];
  const [picture, ...otherPictures] = await input.getVideoTracks();
  const [sound, ...otherSounds] = await input.getAudioTracks();
  const isExpected =
    (await input.getTracks()).length === (expected.hasSound ? 2 : 1) &&
    otherPictures.length + otherSounds.length === 0 &&
    (sound !== undefined) === expected.hasSound;
  if (picture === undefined || !isExpected) return ["tracks"];
  const faults: ClipFault[] = (await hasTags(input)) ? ["tags"] : [];
  faults.push(...(await sizeFaults(picture, expected)));
  const pictures = await packetsOf(picture);
  faults.push(...timeFaults(pictures, expected));
  const sounds = sound === undefined ? [] : await packetsOf(sound);
  if (sound !== undefined && isOffLength(sounds, expected)) faults.push("sound-length");
  const bytes = [...pictures, ...sounds].reduce((total, packet) => total + packet.byteLength, 0);
  if (bytes > mostBytes(expected)) faults.push("too-heavy");
  return faults;
}

async function hasTags(input: Input): Promise<boolean> {
  const { raw, ...understood } = await input.getMetadataTags();
  return Object.keys(understood).length + Object.keys(raw ?? {}).length > 0;
}

async function sizeFaults(track: InputVideoTrack, { size }: ExpectedClip): Promise<ClipFault[]> {
  const isAsked =
    (await track.getDisplayWidth()) === size.width &&
    (await track.getDisplayHeight()) === size.height &&
    (await track.getRotation()) === 0;
  return isAsked ? [] : ["size"];
}

async function packetsOf(track: InputTrack): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  return packets;
}

function timeFaults(packets: readonly EncodedPacket[], expected: ExpectedClip): ClipFault[] {
  const { frames, durationMs } = expected;
  const starts = packets.map(({ timestamp }) => timestamp * 1000);
  const faults: ClipFault[] = [];
  if (packets.length !== frames.length) faults.push("frame-count");
  if (frames.some(({ clipMs }, n) => !isNear(starts[n], clipMs))) faults.push("frame-times");
  // In the file's order: a picture before its forerunner would wait to be shown, and steps would too.
  if (starts.some((startMs, n) => n > 0 && startMs <= (starts[n - 1] ?? 0))) {
    faults.push("reordered");
  }
  if (!isNear(endMs(packets), durationMs)) faults.push("length");
  return faults;
}

function isNear(foundMs: number | undefined, wantedMs: number): boolean {
  return foundMs !== undefined && Math.abs(foundMs - wantedMs) <= sameMs;
}

function endMs(packets: readonly EncodedPacket[]): number {
  return Math.max(...packets.map(({ timestamp, duration }) => (timestamp + duration) * 1000));
}

function isOffLength(packets: readonly EncodedPacket[], { durationMs }: ExpectedClip): boolean {
  const firstMs = (packets[0]?.timestamp ?? Infinity) * 1000;
  return Math.abs(endMs(packets) - durationMs) > soundLeewayMs || firstMs < 0 || firstMs > sameMs;
}

function mostBytes({ durationMs }: ExpectedClip): number {
  const bits = cutLimits.bitsPerSecond + cutLimits.soundBitsPerSecond;
  return Math.min(clipLimits.bytes, leastBytes + ((bits / 8) * durationMs) / 1000);
}
