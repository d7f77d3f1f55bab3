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
  const pieces: Uint8Array[] = [];
  let received = 0;
  try {
    for await (const piece of bytes.iterator({ destroyOnReturn: false })) {
      if (!(piece instanceof Uint8Array)) return fail("invalid");
      received += piece.length;
      if (received > limitBytes) return fail("too-large");
      pieces.push(piece);
    }
  } catch (error) {
    // The sender went away half-way: expected on a poor line.
    if (bytes.errored !== null || bytes.destroyed) return fail("invalid");
    throw error;
  }
  const isWhole = declaredBytes === null || received === declaredBytes;
  return isWhole ? ok(Buffer.concat(pieces)) : fail("invalid");
}
