/**
 * Between a plain text field and a shared text. What a person did is found by comparing the field before
 * and after (the caret says which of several equal letters was meant); what others did arrives as a delta
 * and moves carets and edits still held back. No edit ever begins or ends inside a surrogate pair, so
 * that an emoji is never torn into two broken halves.
 */

/** One replacement: at `index`, take out `remove` UTF-16 units and put in `insert`. */
export interface TextEdit {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** One step of a Yjs text delta, as far as plain text uses it. */
export type DeltaStep =
  | { readonly retain: number }
  | { readonly insert: string }
  | { readonly delete: number };

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether `index` lies between the two halves of one character. */
export function splitsPair(text: string, index: number): boolean {
  return isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index));
}

function equalSuffix(before: string, after: string, mostUnits: number): number {
  let length = 0;
  while (
    length < mostUnits &&
    before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length)
  ) {
    length += 1;
  }
  return length;
}

function equalPrefix(before: string, after: string, mostUnits: number): number {
  let length = 0;
  while (length < mostUnits && before.charCodeAt(length) === after.charCodeAt(length)) length += 1;
  return length;
}

/**
 * The one edit that turns `before` into `after`, or null when they are equal. `caret` is where the caret
 * stands in `after`: what follows it is taken as untouched first.
 */
export function diffText(before: string, after: string, caret: number): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let suffix = equalSuffix(before, after, Math.min(shorter, Math.max(0, after.length - caret)));
  let prefix = equalPrefix(before, after, shorter - suffix);
  suffix = equalSuffix(before, after, shorter - prefix);
  while (prefix > 0 && (splitsPair(before, prefix) || splitsPair(after, prefix))) prefix -= 1;
  while (
    suffix > 0 &&
    (splitsPair(before, before.length - suffix) || splitsPair(after, after.length - suffix))
  ) {
    suffix -= 1;
  }
  return {
    index: prefix,
    remove: before.length - prefix - suffix,
    insert: after.slice(prefix, after.length - suffix),
  };
}

/** `text` with the edit done. */
export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.index) + edit.insert + text.slice(edit.index + edit.remove);
}

/**
 * Where a caret stands after somebody else's change. Words put in exactly at the caret stay after it,
 * so that two people writing at one place each keep their own run of letters together.
 */
export function mapCaret(caret: number, delta: readonly DeltaStep[]): number {
  let at = 0;
  let mapped = caret;
  for (const step of delta) {
    if ("retain" in step) at += step.retain;
    else if ("insert" in step) {
      if (at < mapped) mapped += step.insert.length;
      at += step.insert.length;
    } else if (at < mapped) {
      mapped -= Math.min(step.delete, mapped - at);
    }
  }
  return mapped;
}

type Span = readonly [start: number, end: number];

function mapSpan([start, end]: Span, at: number, step: DeltaStep): Span[] {
  if ("retain" in step) return [[start, end]];
  if ("delete" in step) {
    const shift = (place: number) => place - Math.max(0, Math.min(step.delete, place - at));
    return [[shift(start), shift(end)]];
  }
  const { length } = step.insert;
  if (at <= start) return [[start + length, end + length]];
  if (at >= end) return [[start, end]];
  return [
    [start, at],
    [at + length, end + length],
  ];
}

/**
 * An edit that was made before `delta` but is applied after it (words held back while an input method
 * was composing). Only what the person saw is taken out; what others put in between stays.
 * Returned from last to first, so that applying them in turn needs no more shifting.
 */
export function rebaseEdit(edit: TextEdit, delta: readonly DeltaStep[]): TextEdit[] {
  let spans: Span[] = [[edit.index, edit.index + edit.remove]];
  let at = 0;
  for (const step of delta) {
    const here = at;
    spans = spans.flatMap((span) => mapSpan(span, here, step));
    if ("retain" in step) at += step.retain;
    if ("insert" in step) at += step.insert.length;
  }
  const index = mapCaret(edit.index, delta);
  const removals = spans
    .filter(([start, end]) => end > start)
    .map(([start, end]): TextEdit => ({ index: start, remove: end - start, insert: "" }))
    .reverse();
  return edit.insert === "" ? removals : [...removals, { index, remove: 0, insert: edit.insert }];
}

/**
 * An edit shortened to what still fits into `limit` units, never tearing a character. `cut` says that
 * something had to be left out.
 */
export function fitEdit(
  edit: TextEdit,
  lengthBefore: number,
  limit: number,
): { readonly edit: TextEdit; readonly cut: boolean } {
  const room = Math.max(0, limit - (lengthBefore - edit.remove));
  if (edit.insert.length <= room) return { edit, cut: false };
  const end = splitsPair(edit.insert, room) ? room - 1 : room;
  return { edit: { ...edit, insert: edit.insert.slice(0, end) }, cut: true };
}

/** `text` without halves of characters that have lost their other half. */
export function withoutTornPairs(text: string): string {
  return text.replaceAll(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    "",
  );
}
