import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/** Some words of a clip and when they stand on the picture, in ms from the clip's start; `endMs` not included. */
export interface CaptionCue {
  readonly startMs: number;
  readonly endMs: number;
  /** Plain words; a line break is `\n`. */
  readonly text: string;
}

/** Why a text is not taken as captions. */
export type CaptionsRefusal =
  /** It does not begin with `WEBVTT`, or one of its cues cannot be read. */
  "captions-unreadable" | "captions-empty" | "captions-too-long";

/** The most characters a clip's captions may have. */
export const captionsLimit = 40_000;

const place = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;
const timing = /^(\S+)[ \t]+-->[ \t]+(\S+)(?:[ \t].*)?$/;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": " ",
  "&lrm;": "",
  "&rlm;": "",
};

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/): its cues in the order of time, as plain words. Where they
 * stand and how they look is left to the room; notes, styles and regions are left out.
 */
export function readCaptions(text: string): Result<CaptionCue[], CaptionsRefusal> {
  if (text.length > captionsLimit) return fail("captions-too-long");
  const plain = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const [head = "", ...blocks] = plain.split(/\n(?:[ \t]*\n)+/);
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(head)) return fail("captions-unreadable");
  const cues: CaptionCue[] = [];
  for (const block of blocks) {
    if (block.trim() === "" || /^(?:NOTE|STYLE|REGION)(?:[ \t\n]|$)/.test(block)) continue;
    const cue = readCue(block);
    if (cue === null) return fail("captions-unreadable");
    if (cue.text !== "") cues.push(cue);
  }
  return cues.length === 0 ? fail("captions-empty") : ok(inTime(cues));
}

function readCue(block: string): CaptionCue | null {
  const lines = block.replace(/^\n+/, "").replace(/\n+$/, "").split("\n");
  const [first = "", second = ""] = lines;
  const hasName = !timing.test(first);
  const [, from = "", to = ""] = timing.exec(hasName ? second : first) ?? [];
  const [startMs, endMs] = [readPlace(from), readPlace(to)];
  if (startMs === null || endMs === null || endMs <= startMs) return null;
  return { startMs, endMs, text: plainWords(lines.slice(hasName ? 2 : 1).join("\n")) };
}

function readPlace(typed: string): number | null {
  const parts = place.exec(typed);
  if (parts === null) return null;
  const [hours = 0, minutes = 0, seconds = 0, ms = 0] = parts
    .slice(1)
    .map((part) => Number(part || 0));
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
}

/** Without the tags that colour and name; a voice's name stays out too. */
function plainWords(words: string): string {
  return words
    .replaceAll(/<[^>]*>?/g, "")
    .replaceAll(/&[a-z]+;/g, (entity) => entities[entity] ?? entity)
    .trim();
}

/** Writes cues as WebVTT, the way `readCaptions` reads them; empty for none. A cue without words or length is left out. */
export function writeCaptions(cues: readonly CaptionCue[]): string {
  const blocks = inTime(cues)
    .map((cue) => ({ ...cue, text: writtenWords(cue.text) }))
    .filter(({ startMs, endMs, text }) => text !== "" && Math.round(endMs) > Math.round(startMs))
    .map(({ startMs, endMs, text }) => `${writePlace(startMs)} --> ${writePlace(endMs)}\n${text}`);
  return blocks.length === 0 ? "" : `${["WEBVTT", ...blocks].join("\n\n")}\n`;
}

/** An empty line would end the cue. */
function writtenWords(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function writePlace(placeMs: number): string {
  const whole = Math.max(0, Math.round(placeMs));
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const ms = String(whole % 1000).padStart(3, "0");
  return `${two(whole / 3_600_000)}:${two((whole / 60_000) % 60)}:${two((whole / 1000) % 60)}.${ms}`;
}

/** The cues that stand on the picture at this place, in ms from the clip's start. */
export function cuesAt(cues: readonly CaptionCue[], placeMs: number): CaptionCue[] {
  return cues.filter(({ startMs, endMs }) => startMs <= placeMs && placeMs < endMs);
}

function inTime(cues: readonly CaptionCue[]): CaptionCue[] {
  return cues.toSorted((one, other) => one.startMs - other.startMs || one.endMs - other.endMs);
}
