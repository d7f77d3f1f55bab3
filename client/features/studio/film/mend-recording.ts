import {
  BlobSource,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import type { EncodedPacket, InputTrack, StreamTargetChunk } from "mediabunny";

/** Where a whole film is written, at any place of the file. */
export interface WholeFile {
  write(bytes: Uint8Array, at: number): void;
}

/** One track on its way from the pieces into the film. */
interface CopiedTrack {
  readonly packets: AsyncGenerator<EncodedPacket>;
  add(packet: EncodedPacket): Promise<void>;
  next: EncodedPacket | null;
}

/**
 * Makes a film out of a browser's recording, as far as it was written: the same pictures and sound, with
 * a length and a table, so that it can be moved about in. Nothing is decoded. Throws when there is nothing
 * of a film in it.
 */
export async function mendRecording(pieces: Blob, whole: WholeFile): Promise<void> {
  const source = new BlobSource(pieces, { handleUnhandledError: () => undefined });
  const input = new Input({ formats: [MP4, WEBM], source });
  try {
    await copyTracks(input, whole);
  } finally {
    input.dispose();
  }
}

async function copyTracks(input: Input, whole: WholeFile): Promise<void> {
  const picture = await input.getPrimaryVideoTrack();
  const sound = await input.getPrimaryAudioTrack();
  const pictureCodec = (await picture?.getCodec()) ?? null;
  const soundCodec = (await sound?.getCodec()) ?? null;
  if (picture === null || pictureCodec === null) throw new Error("nothing was recorded");
  const writable = new WritableStream<StreamTargetChunk>({
    write: ({ data, position }) => whole.write(data, position),
  });
  const output = new Output({
    format: pictureCodec === "vp8" ? new WebMOutputFormat() : new Mp4OutputFormat(),
    target: new StreamTarget(writable, { chunked: true }),
  });
  const tracks: CopiedTrack[] = [];
  const pictures = new EncodedVideoPacketSource(pictureCodec);
  const pictureMeta = { decoderConfig: await picture.getDecoderConfig() };
  output.addVideoTrack(pictures, { rotation: await picture.getRotation() });
  tracks.push(await copied(picture, (packet) => pictures.add(packet, whenKnown(pictureMeta))));
  if (sound !== null && soundCodec !== null) {
    const sounds = new EncodedAudioPacketSource(soundCodec);
    const soundMeta = { decoderConfig: await sound.getDecoderConfig() };
    output.addAudioTrack(sounds);
    tracks.push(await copied(sound, (packet) => sounds.add(packet, whenKnown(soundMeta))));
  }
  await output.start();
  for (let track = earliest(tracks); track !== null; track = earliest(tracks)) {
    if (track.next !== null) await track.add(track.next);
    track.next = await nextOf(track.packets);
  }
  await output.finalize();
}

function whenKnown<Config>({ decoderConfig }: { decoderConfig: Config | null }) {
  return decoderConfig === null ? undefined : { decoderConfig };
}

async function copied(track: InputTrack, add: CopiedTrack["add"]): Promise<CopiedTrack> {
  const packets = new EncodedPacketSink(track).packets();
  return { packets, add, next: await nextOf(packets) };
}

/** Null at the end, and where a crash broke the last piece off. */
async function nextOf(packets: AsyncGenerator<EncodedPacket>): Promise<EncodedPacket | null> {
  const step = await packets.next().catch(() => null);
  return step === null || step.done === true ? null : step.value;
}

function earliest(tracks: readonly CopiedTrack[]): CopiedTrack | null {
  const [first] = tracks
    .filter(({ next }) => next !== null)
    .toSorted((one, other) => (one.next?.timestamp ?? 0) - (other.next?.timestamp ?? 0));
  return first ?? null;
}
