import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Mp4OutputFormat,
  Output,
  WEBM,
} from "mediabunny";
import type { EncodedPacket, InputTrack, MetadataTags, Rotation } from "mediabunny";
import { describe, expect, it } from "vitest";
import { checkContents, openFinishedClip } from "#client/features/studio/cut/check-contents.ts";
import type { ExpectedClip } from "#client/features/studio/cut/cut-outcome.ts";
import { framesOfCut } from "#shared/studio/cut-frames.ts";
import { readFilm } from "#tests/helpers/films.ts";

const frames = 50;

interface Changes {
  readonly pictures?: (packets: readonly EncodedPacket[]) => EncodedPacket[];
  readonly sounds?: (packets: readonly EncodedPacket[]) => EncodedPacket[];
  readonly tags?: MetadataTags;
  readonly rotation?: Rotation;
}

/** The packets of the first two seconds, the first at 0. */
async function packetsOf(track: InputTrack): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  let first: number | null = null;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    first ??= packet.timestamp;
    const timestamp = packet.timestamp - first;
    if (timestamp < frames / 25 - 0.001) packets.push(packet.clone({ timestamp }));
  }
  return packets;
}

/** A finished clip of two seconds made of real packets, with something the matter. */
async function makeClip(changes: Changes = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { pictures = (all) => [...all], sounds = (all) => [...all], tags, rotation = 0 } = changes;
  const input = new Input({ formats: [WEBM], source: new BufferSource(readFilm("vp9")) });
  const [picture] = await input.getVideoTracks();
  const [sound] = await input.getAudioTracks();
  const config = await picture?.getDecoderConfig();
  const soundConfig = await sound?.getDecoderConfig();
  if (picture === undefined || sound === undefined || !config || !soundConfig) throw new Error();
  const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() });
  const pictureSource = new EncodedVideoPacketSource("vp9");
  const soundSource = new EncodedAudioPacketSource("opus");
  output.addVideoTrack(pictureSource, { rotation });
  output.addAudioTrack(soundSource);
  if (tags !== undefined) output.setMetadataTags(tags);
  await output.start();
  for (const packet of pictures(await packetsOf(picture))) {
    await pictureSource.add(packet, { decoderConfig: config });
  }
  for (const packet of sounds(await packetsOf(sound))) {
    await soundSource.add(packet, { decoderConfig: soundConfig });
  }
  await output.finalize();
  return new Uint8Array(output.target.buffer ?? new ArrayBuffer(0));
}

const starts = Array.from({ length: frames + 1 }, (_, n) => n * 40);
const cut = framesOfCut(starts, 40 * starts.length, { startMs: 0, endMs: 2_000 });
const expected: ExpectedClip = {
  frames: cut?.frames ?? [],
  durationMs: 2_000,
  size: { width: 320, height: 180 },
  hasSound: true,
};

const faultsOf = async (bytes: Uint8Array<ArrayBuffer>, wanted = expected) =>
  checkContents(openFinishedClip(bytes), wanted);

const later = (byMs: number) => (packets: readonly EncodedPacket[]) =>
  packets.map((packet) => packet.clone({ timestamp: packet.timestamp + byMs / 1000 }));

describe("the check of a finished clip", () => {
  it("[CP21] finds nothing at one that is as planned", async () => {
    expect(await faultsOf(await makeClip())).toEqual([]);
  });

  it("[CP21] knows a file that is none", async () => {
    const faults = await faultsOf(new Uint8Array(5_000));

    expect(faults).toEqual(["unreadable"]);
  });

  it.each<[string, Changes, string[]]>([
    [
      "a picture too few",
      { pictures: (all) => all.slice(0, -1) },
      ["frame-count", "frame-times", "length"],
    ],
    ["pictures too late", { pictures: later(30) }, ["frame-times", "length"]],
    ["pictures before the beginning", { pictures: later(-30) }, ["frame-times", "length"]],
    ["sound before the beginning", { sounds: later(-30) }, ["sound-length"]],
    ["sound that goes on", { sounds: later(90) }, ["sound-length"]],
    ["a title", { tags: { title: "Kit at the tray" } }, ["tags"]],
    ["a place", { tags: { raw: { "©xyz": "+52.4862-001.8904/" } } }, ["tags"]],
    ["a picture on its side", { rotation: 90 }, ["size"]],
  ])("[CP21] [F2.3] finds %s", async (_, changes, faults) => {
    expect(await faultsOf(await makeClip(changes))).toEqual(faults);
  });

  it("[CP21] finds pictures out of their order, which steps would wait for", async () => {
    const bytes = new Uint8Array(readFilm("bFrames"));

    expect(await faultsOf(bytes)).toContain("reordered");
  });

  it("[CP21] finds sound in a clip that should have none, and too much in one file", async () => {
    const bytes = await makeClip();
    const heavy = await makeClip({
      pictures: (all) =>
        all.map((packet) =>
          packet.clone({ data: new Uint8Array(40_000).fill(packet.data[0] ?? 0) }),
        ),
    });

    expect(await faultsOf(bytes, { ...expected, hasSound: false })).toEqual(["tracks"]);
    expect(await faultsOf(heavy)).toContain("too-heavy");
  });
});
