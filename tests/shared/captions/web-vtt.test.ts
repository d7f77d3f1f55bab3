import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { captionsLimit, cuesAt, readCaptions, writeCaptions } from "#shared/captions/web-vtt.ts";

const read = (...lines: string[]) => readCaptions(lines.join("\n"));

describe("captions", () => {
  test("[CP76] [A2] are read from WebVTT with its byte order mark, names, settings, notes and styles", () => {
    const file = [
      "\uFEFFWEBVTT - Kit at the water tray\r\nKind: captions",
      "NOTE nobody needs this\nsecond line",
      "STYLE\n::cue { color: red }",
      "second\n00:01:02.500 --> 00:01:04.000 align:start line:0\n<v Callum>You want <b>more</b> &amp; more",
      "00:02.000 --> 00:03.250\nhums\r\nwaits",
    ].join("\r\n\r\n");

    expect(readCaptions(file)).toEqual({
      ok: true,
      value: [
        { startMs: 2_000, endMs: 3_250, text: "hums\nwaits" },
        { startMs: 62_500, endMs: 64_000, text: "You want more & more" },
      ],
    });
  });

  test.each([
    ["another kind of file", read("1", "00:00:01,000 --> 00:00:02,000", "Hello")],
    ["a word that only begins like it", read("WEBVTTX", "", "00:01.000 --> 00:02.000", "Hello")],
    ["a cue that ends before it starts", read("WEBVTT", "", "00:02.000 --> 00:01.000", "Hello")],
    ["a minute of seventy seconds", read("WEBVTT", "", "00:01.000 --> 00:70.000", "Hello")],
    ["a cue without a time", read("WEBVTT", "", "just words")],
  ])("[CP76] %s is refused by name", (_what, answer) => {
    expect(answer).toEqual({ ok: false, reason: "captions-unreadable" });
  });

  test("[CP76] nothing to read and far too much are refused by name", () => {
    expect(read("WEBVTT")).toEqual({ ok: false, reason: "captions-empty" });
    expect(read("WEBVTT", "", "x".repeat(captionsLimit))).toEqual({
      ok: false,
      reason: "captions-too-long",
    });
  });

  test("[CP77] whatever is written is read again as it was, in the order of time", () => {
    const words = fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" });
    const cue = fc
      .record({
        startMs: fc.nat(3_600_000),
        lengthMs: fc.integer({ min: 1, max: 9_000 }),
        text: words,
      })
      .map(({ startMs, lengthMs, text }) => ({ startMs, endMs: startMs + lengthMs, text }));

    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 6 }), (cues) => {
        const once = readCaptions(writeCaptions(cues));
        if (!once.ok) return once.reason === "captions-empty"; // all of them were blank
        expect(readCaptions(writeCaptions(once.value))).toEqual(once);
        for (const { startMs, endMs } of once.value) {
          expect(cues).toContainEqual(expect.objectContaining({ startMs, endMs }));
        }
        return true;
      }),
    );
    expect(
      readCaptions(writeCaptions([{ startMs: 0, endMs: 900, text: "1 < 2 && <b>\n\nend" }])),
    ).toEqual({
      ok: true,
      value: [{ startMs: 0, endMs: 900, text: "1 < 2 && <b>\nend" }],
    });
  });

  test("[CP77] they stand on the picture from their start until before their end", () => {
    const cues = [
      { startMs: 100, endMs: 200, text: "a" },
      { startMs: 150, endMs: 300, text: "b" },
    ];

    expect(
      [99, 100, 150, 200, 300].map((at) =>
        cuesAt(cues, at)
          .map(({ text }) => text)
          .join(""),
      ),
    ).toEqual(["", "a", "ab", "b", ""]);
  });
});
