import { randomFillSync } from "node:crypto";
import {
  BufferSource,
  BufferTarget,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from "mediabunny";
import { numberedClips, readClip } from "#tests/helpers/clips.ts";

/**
 * A clip of some 25 MB that is accepted (its packets are noise, and nothing decodes them): more than any
 * socket holds, so that a response is still open while a test acts.
 */
export async function makeHeavyClip(): Promise<Buffer> {
  const input = new Input({
    formats: [MP4],
    source: new BufferSource(readClip(numberedClips.silent)),
  });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Error("the numbered clip has no picture");
  const decoderConfig = await track.getDecoderConfig();
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const source = new EncodedVideoPacketSource("avc");
  output.addVideoTrack(source);
  await output.start();
  const meta = decoderConfig === null ? {} : { decoderConfig };
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const data = randomFillSync(new Uint8Array(200_000));
    new DataView(data.buffer).setUint32(0, data.length - 4);
    data[4] = packet.type === "key" ? 0x65 : 0x41;
    const { type, timestamp, duration } = packet;
    await source.add(new EncodedPacket(data, type, timestamp, duration), meta);
  }
  await output.finalize();
  if (target.buffer === null) throw new Error("the heavy clip was not written");
  return Buffer.from(target.buffer);
}
