import { mendRecording } from "./mend-recording.ts";
import type { WholeFile } from "./mend-recording.ts";
import { piecesName } from "./record-messages.ts";

/** Where recordings lie, each under the name its film will have. */
export interface RecordingFolder {
  open(name: string): Promise<Blob | null>;
  /** Anew: what was in it is gone. */
  create(name: string): Promise<WholeFile & { close(): void }>;
  remove(name: string): Promise<void>;
}

/**
 * Makes a recording whole beside its pieces, which go only then. Answers the bytes there are of it: the
 * film's, or those of its pieces where it cannot be made whole, as on a full device. They stay, and are made
 * whole once there is room.
 */
export async function finishRecording(folder: RecordingFolder, name: string): Promise<number> {
  const pieces = await folder.open(piecesName(name));
  if (pieces !== null && pieces.size > 0) {
    const isWhole = await mendInto(folder, name, pieces);
    if (!isWhole) return pieces.size;
  }
  await folder.remove(piecesName(name));
  return (await folder.open(name))?.size ?? 0;
}

async function mendInto(folder: RecordingFolder, name: string, pieces: Blob): Promise<boolean> {
  try {
    const whole = await folder.create(name);
    try {
      await mendRecording(pieces, whole);
    } finally {
      whole.close();
    }
    return true;
  } catch {
    await folder.remove(name); // half a film would stand before its pieces
    return false;
  }
}
