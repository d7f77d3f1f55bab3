import { expect, it } from "vitest";
import {
  keepClipTextChoice,
  readClipTextChoice,
  textThereIs,
} from "#client/features/captions/clip-text.ts";

/** A tab's own store. */
function openStorage(kept: Record<string, string> = {}): Storage {
  const values = new Map(Object.entries(kept));
  return {
    length: 0,
    clear: () => values.clear(),
    key: () => null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

const closed = new Proxy({} as Storage, {
  get: () => () => {
    throw new Error("closed");
  },
});

it("[CP63] captions and descriptions are off until switched on, and then on as long as the tab", () => {
  const storage = openStorage();

  const first = readClipTextChoice(storage);
  keepClipTextChoice(storage, { captions: true, descriptions: false });

  expect(first).toEqual({ captions: false, descriptions: false });
  expect(readClipTextChoice(storage)).toEqual({ captions: true, descriptions: false });
});

it("[CP63] whatever lies in the tab's store, or when there is none, both are off", () => {
  const off = { captions: false, descriptions: false };

  for (const kept of ["{", "null", "[]", '{"captions":"yes"}']) {
    expect(readClipTextChoice(openStorage({ "clip-text": kept }))).toEqual(off);
  }
  expect(readClipTextChoice(closed)).toEqual(off);
  expect(() => keepClipTextChoice(closed, off)).not.toThrow();
});

it("[CP63] a clip has a description when it has words for the whole or for a place", () => {
  const clip = { clipId: "one", captions: "", description: "", marks: [] };
  const marks = [{ atMs: 0, text: "looks" }];

  expect(textThereIs(null)).toEqual({ captions: false, descriptions: false });
  expect(textThereIs(clip)).toEqual({ captions: false, descriptions: false });
  expect(textThereIs({ ...clip, captions: "WEBVTT" }).captions).toBe(true);
  expect(textThereIs({ ...clip, marks }).descriptions).toBe(true);
  expect(textThereIs({ ...clip, description: "A table." }).descriptions).toBe(true);
});
