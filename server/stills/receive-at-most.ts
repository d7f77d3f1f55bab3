import type { Readable } from "node:stream";
import { leaveToReader } from "#server/media/clip-files.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/** Everything that comes in, if it is what was declared and not more than `limitBytes`. */
export async function receiveAtMost(
  bytes: Readable,
  declaredBytes: number | null,
  limitBytes: number,
): Promise<Result<Buffer, "too-large" | "invalid">> {
  bytes.on("error", leaveToReader);
  if ((declaredBytes ?? 0) > limitBytes) return fail("too-large");
  try {
    const received = await collect(bytes, limitBytes);
    if (received === null) return fail("too-large");
    const isWhole = declaredBytes === null || received.length === declaredBytes;
    return isWhole ? ok(received) : fail("invalid");
  } catch (error) {
    // The sender went away half-way: expected on a poor line.
    if (bytes.errored !== null || bytes.destroyed) return fail("invalid");
    throw error;
  }
}

async function collect(bytes: Readable, limitBytes: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let received = 0;
  for await (const piece of bytes.iterator({ destroyOnReturn: false })) {
    if (!(piece instanceof Buffer)) throw new TypeError("A picture comes in as bytes.");
    received += piece.length;
    if (received > limitBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
