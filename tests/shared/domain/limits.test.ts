import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  clipLimits,
  clipMediaSchema,
  clipWordsSchema,
  newClipSchema,
} from "#shared/domain/clip.ts";
import { goalsAsSent } from "#shared/domain/goals.ts";
import * as ids from "#shared/domain/ids.ts";
import {
  goalsPerJourney,
  helpingQuestionSchema,
  instantSchema,
  newGoalSchema,
  newJourneySchema,
  ratingSchema,
} from "#shared/domain/journey.ts";
import { httpApi } from "#shared/protocol/http-api.ts";
import { newId } from "#tests/helpers/build-records.ts";

describe("words that are kept", () => {
  it("[DR16] hold no NUL, at which a database would end them", () => {
    const { title, initiative } = clipWordsSchema.shape;
    for (const schema of [title, initiative, helpingQuestionSchema, newGoalSchema.shape.text]) {
      expect(schema.safeParse("two lines\nand a smile \u{1F642}").success).toBe(true);
      expect(schema.safeParse("\0").success).toBe(false);
      expect(schema.safeParse("a\0b").success).toBe(false);
    }
  });
});

describe("an id", () => {
  const uuids = Object.entries(ids).filter(([name]) => name !== "mediaIdSchema");

  it.each(uuids)("[DR16] is a UUID and nothing else: %s", (_name, schema) => {
    const id = randomUUID();

    expect(schema.parse(id)).toBe(id);
    for (const wrong of ["", "1", `${id}0`, ` ${id}`, `../${id}`, 1, null, { id }]) {
      expect(schema.safeParse(wrong).success).toBe(false);
    }
  });

  it("[DR16] of a clip's bytes is 32 letters that need no escaping in an address", () => {
    expect(ids.mediaIdSchema.safeParse("aB3_-".padEnd(32, "x")).success).toBe(true);
    for (const wrong of ["x".repeat(31), "x".repeat(33), `${"x".repeat(31)}/`, randomUUID()]) {
      expect(ids.mediaIdSchema.safeParse(wrong).success).toBe(false);
    }
  });
});

describe("a journey", () => {
  const goal = { text: "to feel calm at meals", baseline: 3, hopedFor: 7 };
  const setGoals = httpApi.setGoals.body;

  it("[DR16] has three goals at most, and one more is refused by its name", () => {
    const newGoals = (count: number) => setGoals.parse(Array(count).fill(goal));
    const parts = { newId: newId.goal, merge: (_before: string, mine: string) => mine };

    expect(goalsPerJourney).toBe(3);
    expect(goalsAsSent([], newGoals(3), parts).ok).toBe(true);
    expect(goalsAsSent([], newGoals(4), parts)).toEqual({ ok: false, reason: "goals-full" });
  });

  it("[SC8] has goals from 0 to 10 in whole steps, or not said", () => {
    for (const place of [0, 10, null]) expect(ratingSchema.parse(place)).toBe(place);
    for (const wrong of [-1, 11, 2.5, "3", undefined, Number.NaN]) {
      expect(ratingSchema.safeParse(wrong).success).toBe(false);
    }
    expect(newGoalSchema.safeParse({ ...goal, baseline: 9, hopedFor: 2 }).success).toBe(true);
  });

  it("[DR16] takes words up to their length, and no fact that it does not know", () => {
    const facts = { practitionerName: "Callum", childName: "Ada", setting: "" };

    expect(newJourneySchema.safeParse(facts).success).toBe(true);
    expect(newJourneySchema.safeParse({ ...facts, setting: "x".repeat(121) }).success).toBe(false);
    expect(newJourneySchema.safeParse({ ...facts, childSurname: "L" }).success).toBe(false);
    expect(newJourneySchema.safeParse({ ...facts, childName: "Ada\u0000" }).success).toBe(false);
    expect(newGoalSchema.safeParse({ ...goal, text: " " }).success).toBe(false);
    expect(newGoalSchema.safeParse({ ...goal, text: "x".repeat(201) }).success).toBe(false);
    expect(helpingQuestionSchema.safeParse("x".repeat(301)).success).toBe(false);
  });

  it("[DR16] has instants in whole milliseconds", () => {
    expect(instantSchema.parse(0)).toBe(0);
    for (const wrong of [-1, 0.5, 2 ** 53, Number.POSITIVE_INFINITY, "0"]) {
      expect(instantSchema.safeParse(wrong).success).toBe(false);
    }
  });
});

describe("a clip", () => {
  const clip = { title: "Blocks", initiative: "looked", description: "", peopleInShot: [""] };
  const inShot = (people: number) => Array.from({ length: people }, () => randomUUID());

  it("[MD1] lasts a minute and 200 MiB at most, six to a cycle", () => {
    expect(clipLimits).toMatchObject({ durationMs: 60_000, bytes: 209_715_200, perCycle: 6 });
  });

  it("[DR23] has somebody in shot", () => {
    for (const people of [1, 12]) {
      const said = { ...clip, peopleInShot: inShot(people) };
      expect(newClipSchema.safeParse(said).success).toBe(true);
    }
    for (const people of [0, 13]) {
      const said = { ...clip, peopleInShot: inShot(people) };
      expect(newClipSchema.safeParse(said).success).toBe(false);
    }
  });

  it("[DR16] has a title and says what the child starts", () => {
    const said = { ...clip, peopleInShot: inShot(1) };

    for (const changes of [
      { title: " " },
      { title: "x".repeat(81) },
      { initiative: "" },
      { description: "x".repeat(1001) },
      { media: null },
    ]) {
      expect(newClipSchema.safeParse({ ...said, ...changes }).success).toBe(false);
    }
  });

  it("[CP59] [F3.3] takes all words up to their length, and an initiative always", () => {
    const said = {
      ...clip,
      peopleInShot: inShot(1),
      modality: "gaze",
      why: "x".repeat(400),
      captions: "x".repeat(40_000),
      marks: Array(60).fill({ atMs: 60_000, text: "x".repeat(200) }),
    };

    expect(clipWordsSchema.safeParse(said).success).toBe(true);
    for (const changes of [
      { initiative: " " },
      { modality: "smile" },
      { why: "x".repeat(401) },
      { captions: "x".repeat(40_001) },
      { marks: Array(61).fill({ atMs: 0, text: "looks" }) },
      { marks: [{ atMs: 60_001, text: "looks" }] },
      { marks: [{ atMs: 0.5, text: "looks" }] },
      { marks: [{ atMs: 0, text: " " }] },
    ]) {
      expect(clipWordsSchema.safeParse({ ...said, ...changes }).success).toBe(false);
    }
  });

  it("[CP59] [T3] is described in words: no number but the places of its marks", () => {
    const facts = Object.entries(z.toJSONSchema(clipWordsSchema).properties ?? {});

    const numeric = facts.filter(([, schema]) => /"(number|integer)"/.test(JSON.stringify(schema)));
    expect(numeric.map(([name]) => name)).toEqual(["marks"]);
  });

  it("[MD1] is known by a table of frames and the hash of its file", () => {
    const media = {
      mimeType: "video/mp4",
      videoCodec: "avc1",
      hasSound: false,
      bytes: 10,
      width: 2,
      height: 2,
      durationMs: 40,
      framesMs: [0],
      clipRev: "a".repeat(64),
    };

    expect(clipMediaSchema.safeParse(media).success).toBe(true);
    for (const changes of [
      { framesMs: [] },
      { clipRev: "A".repeat(64) },
      { mimeType: "video/quicktime" },
      { bytes: 0 },
      { durationMs: 0 },
    ]) {
      expect(clipMediaSchema.safeParse({ ...media, ...changes }).success).toBe(false);
    }
  });
});
