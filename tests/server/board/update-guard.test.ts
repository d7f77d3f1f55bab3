import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { liveLimits, resyncLimits } from "#server/board/guard-limits.ts";
import { inspectUpdate } from "#server/board/update-guard.ts";
import { addObservation, focusOf, observationsOf, seedBoard } from "#shared/board/board-doc.ts";
import {
  declaredStructs,
  editOf,
  encodeParts,
  manyClients,
  scatteredDeletes,
} from "./forged-updates.ts";

const serverClientId = 11;
const ownClientId = 22;

function buildDoc(words = "abcdef"): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = serverClientId;
  seedBoard(doc, { helpingQuestion: words, goals: [], earlierAims: [] });
  const anchor = { clipId: "c", clipRev: "r", frame: 1 };
  const heldBy = "somebody";
  addObservation(doc, { observationId: "one", anchor, heldBy, createdAtMs: 0, order: 1 });
  doc.clientID = ownClientId;
  return doc;
}

function questionOf(doc: Y.Doc): Y.Text {
  const text = focusOf(doc).get("helpingQuestion");
  if (!(text instanceof Y.Text)) throw new Error("no question");
  return text;
}

describe("[BD9] the guard, before Yjs sees an update", () => {
  it("says what an edit adds, and changes nothing", () => {
    const doc = buildDoc();
    const before = Y.encodeStateAsUpdate(doc);
    const edit = editOf(doc, (copy) => {
      questionOf(copy).insert(3, "👍");
      questionOf(copy).delete(0, 1);
    });

    const outcome = inspectUpdate(edit, doc, liveLimits);

    expect(outcome.ok).toBe(true);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(outcome).toMatchObject({ value: { writers: [ownClientId], structs: 1 } });
  });

  it("refuses the server's own cards from a browser, and finds nothing new in an empty answer", () => {
    const doc = buildDoc();
    questionOf(doc).delete(1, 2);

    const outcome = inspectUpdate(Y.encodeStateAsUpdate(doc), doc, resyncLimits);

    // the server's own cards are in it, which a browser has no reason ever to send
    expect(outcome).toEqual({ ok: false, reason: "forbidden-content" });
    const sv = Y.encodeStateVector(doc);
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc, sv), doc, resyncLimits)).toEqual({
      ok: true,
      value: { writers: [], structs: 0, newRanges: 0 },
    });
  });

  const bombs: [string, Uint8Array, string][] = [
    ["10 000 client ids in 80 kB", manyClients(10_000), "too-large"],
    ["8 000 client ids", manyClients(7_000), "too-large"],
    ["four thousand million declared structs", declaredStructs(4_000_000_000), "too-large"],
    ["a struct count with nothing behind it", declaredStructs(900), "malformed"],
    ["a collected run of 2^40", encodeParts(1, 1, 5, 0, { byte: 0 }, 2 ** 40, 0), "too-large"],
    [
      "a deleted run of 2^40",
      encodeParts(1, 1, 5, 0, { byte: 0x81 }, 11, 0, 2 ** 40, 0),
      "too-large",
    ],
    ["a million declared values", encodeParts(1, 1, 5, 0, { byte: 0x88 }, 11, 0, 1e6), "malformed"],
    ["a million deletions declared", encodeParts(0, 1, 11, 1e6), "too-large"],
    ["a million deleted clients declared", encodeParts(0, 1e6), "malformed"],
    ["no bytes at all", new Uint8Array(), "malformed"],
    ["bytes left over", encodeParts(0, 0, 0), "malformed"],
    ["an empty struct", encodeParts(1, 1, 5, 0, { byte: 0 }, 0, 0), "malformed"],
    ["a client listed twice", encodeParts(2, 1, 5, 0, { byte: 0 }, 1, 1, 5, 0), "malformed"],
    ["a clock gap", encodeParts(1, 1, 5, 3, { byte: 0 }, 1, 0), "clock-gap"],
    ["a deletion of what nobody wrote", encodeParts(0, 1, 99, 1, 0, 4), "clock-gap"],
    ["deletions out of order", encodeParts(0, 1, 11, 2, 3, 1, 1, 1), "malformed"],
    ["a skip", encodeParts(1, 1, 5, 0, { byte: 10 }, 4, 0), "forbidden-content"],
    ["a subdocument", encodeParts(1, 1, 5, 0, { byte: 0x89 }, 11, 0, "guid"), "forbidden-content"],
    [
      "a new shared type",
      encodeParts(1, 1, 5, 0, { byte: 0x87 }, 11, 0, 1, 0),
      "forbidden-content",
    ],
    [
      "formatting",
      encodeParts(1, 1, 5, 0, { byte: 0x86 }, 11, 0, "bold", "true"),
      "forbidden-content",
    ],
    ["an embed", encodeParts(1, 1, 5, 0, { byte: 0x85 }, 11, 0, "{}"), "forbidden-content"],
    ["binary", encodeParts(1, 1, 5, 0, { byte: 0x83 }, 11, 0, 1, { byte: 1 }), "forbidden-content"],
    [
      "a root of its own",
      encodeParts(1, 1, 5, 0, { byte: 4 }, 1, "evil", "x", 0),
      "forbidden-content",
    ],
  ];
  it.each(bombs)("refuses %s in little time", (_name, bytes, reason) => {
    const doc = buildDoc();
    const startedAt = process.cpuUsage();

    const live = inspectUpdate(bytes, doc, liveLimits);
    const resync = inspectUpdate(bytes, doc, resyncLimits);

    const { user, system } = process.cpuUsage(startedAt);
    expect(live).toEqual({ ok: false, reason });
    expect(resync.ok).toBe(false);
    expect((user + system) / 1000).toBeLessThan(50);
  });

  it("refuses values nested deeper than 16 levels, and admits 16", () => {
    const doc = buildDoc();
    const nested = (depth: number) =>
      encodeParts(
        1,
        1,
        5,
        0,
        { byte: 0x88 },
        11,
        0,
        1,
        ...Array.from({ length: depth }, () => [{ byte: 117 }, 1]).flat(),
        { byte: 120 },
        0,
      );

    expect(inspectUpdate(nested(16), doc, liveLimits).ok).toBe(true);
    expect(inspectUpdate(nested(17), doc, liveLimits)).toEqual({ ok: false, reason: "malformed" });
  });

  it("refuses an update in the V2 encoding", () => {
    const doc = buildDoc();
    const edit = editOf(doc, (copy) => questionOf(copy).insert(0, "hello"));

    expect(inspectUpdate(Y.convertUpdateFormatV1ToV2(edit), doc, liveLimits).ok).toBe(false);
    expect(inspectUpdate(edit, doc, liveLimits).ok).toBe(true);
  });

  it("counts deletions of what is still there only, so that a long-lived board can be joined again", () => {
    const doc = buildDoc("ab".repeat(1500));
    const clock = questionOf(doc)._start?.id.clock ?? 0;
    const scattered = scatteredDeletes(serverClientId, clock, 1400);

    expect(inspectUpdate(scattered, doc, liveLimits)).toEqual({ ok: false, reason: "too-large" });
    Y.applyUpdate(doc, scattered);
    expect(inspectUpdate(scattered, doc, resyncLimits)).toMatchObject({ value: { newRanges: 0 } });
  });

  it("stays linear when deletions lie far apart in a long text", () => {
    const doc = buildDoc();
    for (let count = 0; count < 8_000; count++) questionOf(doc).insert(0, "x");
    Y.applyUpdate(doc, scatteredDeletes(ownClientId, 0, 4000));
    const startedAt = process.cpuUsage();

    const outcome = inspectUpdate(scatteredDeletes(ownClientId, 0, 4000), doc, resyncLimits);

    const { user, system } = process.cpuUsage(startedAt);
    expect(outcome).toMatchObject({ ok: true, value: { newRanges: 0 } });
    expect((user + system) / 1000).toBeLessThan(100);
  });

  it("reads the parts of every card the server makes as the browser would send a change of them", () => {
    const doc = buildDoc();
    const edit = editOf(doc, (copy) => {
      const card = observationsOf(copy).get("one");
      card?.set("principleIds", ["attentive", "receiving"]);
      card?.set("order", 2.5);
    });

    expect(inspectUpdate(edit, doc, liveLimits)).toMatchObject({
      ok: true,
      value: { writers: [ownClientId], structs: 2, newRanges: 2 },
    });
  });
});
