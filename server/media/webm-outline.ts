import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { ClipBytes, Outline, OutlineRefusal } from "./clip-bytes.ts";

/** An element of a WebM file; `end` is null where a recorder left the size open. */
interface Element {
  readonly id: number;
  readonly bodyAt: number;
  readonly end: number | null;
}

const ids = {
  segment: 0x18538067,
  info: 0x1549a966,
  title: 0x7ba9,
  segmentFilename: 0x7384,
  tags: 0x1254c367,
  tag: 0x7373,
  simpleTag: 0x67c8,
  tagName: 0x45a3,
  attachments: 0x1941a469,
  chapters: 0x1043a770,
} as const;

/** Every encoder writes these of itself; they say nothing of who or where. */
const harmlessTags = ["ENCODER", "DURATION", "ENCODER_OPTIONS"];

/** Refuses a file that is cut short, goes on after its film, or holds words, chapters or attachments. */
export async function checkWebmOutline(clip: ClipBytes): Promise<Result<Outline, OutlineRefusal>> {
  const header = await readElement(clip, 0);
  const segment = await readElement(clip, header?.end ?? clip.totalBytes);
  if (segment?.id !== ids.segment) return fail("clip-container");
  const endsAt = segment.end ?? clip.totalBytes;
  if (endsAt > clip.totalBytes) return fail("clip-incomplete");
  if (endsAt < clip.totalBytes) return fail("clip-container");
  for await (const element of childrenOf(clip, segment)) {
    if (await holdsWords(clip, element)) return fail("clip-metadata");
  }
  return ok({ editedMs: null, toldMs: 0 });
}

async function holdsWords(clip: ClipBytes, element: Element): Promise<boolean> {
  switch (element.id) {
    case ids.attachments:
    case ids.chapters:
      return true;
    case ids.info:
      for await (const child of childrenOf(clip, element)) {
        if (child.id === ids.title || child.id === ids.segmentFilename) return true;
      }
      return false;
    case ids.tags:
      return hasTellingTag(clip, element);
    default:
      return false;
  }
}

async function hasTellingTag(clip: ClipBytes, element: Element): Promise<boolean> {
  for await (const child of childrenOf(clip, element)) {
    if (child.id === ids.tag || child.id === ids.simpleTag) {
      if (await hasTellingTag(clip, child)) return true;
    } else if (child.id === ids.tagName) {
      const end = Math.min(child.end ?? child.bodyAt, child.bodyAt + 64);
      const name = end > child.bodyAt ? await clip.read(child.bodyAt, end - 1) : Buffer.alloc(0);
      if (!harmlessTags.includes(name.toString("utf8"))) return true;
    }
  }
  return false;
}

/** The elements inside one. After one of open size (a cluster of a live recording) nothing is looked for. */
async function* childrenOf(clip: ClipBytes, parent: Element): AsyncGenerator<Element> {
  const end = Math.min(parent.end ?? clip.totalBytes, clip.totalBytes);
  let at = parent.bodyAt;
  while (at < end) {
    const child = await readElement(clip, at);
    if (child === null) return;
    yield child;
    if (child.end === null) return;
    at = child.end;
  }
}

async function readElement(clip: ClipBytes, at: number): Promise<Element | null> {
  if (at >= clip.totalBytes) return null;
  const head = await clip.read(at, Math.min(at + 12, clip.totalBytes) - 1);
  const idLength = Math.clz32(head[0] ?? 0) - 23;
  if (idLength > 4 || head.length < idLength + 1) return null;
  const sizeLength = Math.clz32(head[idLength] ?? 0) - 23;
  if (sizeLength > 8 || head.length < idLength + sizeLength) return null;
  const id = head.readUIntBE(0, idLength);
  const bodyAt = at + idLength + sizeLength;
  const sizeBytes = head.subarray(idLength, idLength + sizeLength);
  const open = 2n ** BigInt(7 * sizeLength) - 1n;
  const size = BigInt(`0x${sizeBytes.toString("hex")}`) & open;
  return { id, bodyAt, end: size === open ? null : bodyAt + Number(size) };
}
