import { BlobSource, EncodedPacketSink, Input } from "mediabunny";
import type { EncodedPacket, InputAudioTrack, InputVideoTrack } from "mediabunny";
import { filmFormats } from "#client/features/studio/film-formats.ts";
import { framesOfCut } from "#shared/studio/cut-frames.ts";
import type { CutFrames } from "#shared/studio/cut-frames.ts";
import type { Stretch } from "#shared/studio/cut-plan.ts";
import type { PixelSize } from "#shared/studio/cover-blocks.ts";
import { refuseCut } from "./cut-outcome.ts";
import type { CutOutcome } from "./cut-outcome.ts";

/** A film opened to be cut. Only what is asked for is read of it. */
export interface FilmToCut {
  readonly picture: InputVideoTrack;
  /** Null when there is none, or none that this browser can decode. */
  readonly sound: InputAudioTrack | null;
  /** Of the upright picture. */
  readonly size: PixelSize;
  close(): void;
}

/** Encoders hand on at most 16 pictures out of their order; after so many later ones no earlier one comes. */
const mostReordered = 32;

/** Opens a film, or says why it cannot be cut here. */
export async function openFilmToCut(film: Blob): Promise<CutOutcome<FilmToCut>> {
  const input = new Input({
    formats: filmFormats,
    source: new BlobSource(film, { handleUnhandledError: () => undefined }),
  });
  const opened = await openInput(input).catch(() => refuseCut("film-unreadable"));
  if (!opened.ok) input.dispose();
  return opened;
}

async function openInput(input: Input): Promise<CutOutcome<FilmToCut>> {
  const picture = (await input.canRead()) ? await input.getPrimaryVideoTrack() : null;
  if (picture === null) return refuseCut("film-unreadable");
  if (!(await picture.canDecode())) return refuseCut("film-undecodable");
  const sound = await input.getPrimaryAudioTrack();
  const canHear = sound !== null && (await sound.canDecode());
  const size = {
    width: await picture.getDisplayWidth(),
    height: await picture.getDisplayHeight(),
  };
  const value = { picture, sound: canHear ? sound : null, size, close: () => input.dispose() };
  return { ok: true, value };
}

/** The pictures a clip of this stretch will have, from the film's packets alone. Null: nothing is shown there. */
export async function readCutFrames(
  picture: InputVideoTrack,
  stretch: Stretch,
): Promise<CutFrames | null> {
  const packets = await packetsAround(picture, stretch);
  const starts = packets.map(({ timestamp }) => timestamp * 1000).toSorted((a, b) => a - b);
  const last = packets.toSorted((a, b) => a.timestamp - b.timestamp).at(-1);
  if (last === undefined) return null;
  const lastMs = last.timestamp * 1000;
  // Some files do not say how long the last picture stays: as long as the one before it.
  const lastStaysMs = last.duration * 1000 || lastMs - (starts.at(-2) ?? lastMs - 40);
  return framesOfCut(starts, lastMs + lastStaysMs, stretch);
}

/** The packets from the key picture before a stretch to a little after it, in the order of the file. */
async function packetsAround(picture: InputVideoTrack, stretch: Stretch): Promise<EncodedPacket[]> {
  const sink = new EncodedPacketSink(picture);
  const options = { metadataOnly: true };
  const first =
    (await sink.getKeyPacket(stretch.startMs / 1000, options)) ??
    (await sink.getFirstPacket(options));
  if (first === null) return [];
  const packets: EncodedPacket[] = [];
  let after = 0;
  for await (const packet of sink.packets(first, undefined, options)) {
    packets.push(packet);
    after = packet.timestamp * 1000 >= stretch.endMs ? after + 1 : 0;
    if (after >= mostReordered) break;
  }
  return packets;
}
