import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { marksOf, placeOf, typedMarks } from "#client/features/journey/clip-form.ts";
import { movedBy } from "#client/features/journey/clip-order.ts";
import { clipHints, stillWanted } from "#client/features/journey/clip-words.ts";
import { clipSchema, initiativeToCome } from "#shared/domain/clip.ts";
import type { Clip } from "#shared/domain/clip.ts";
import { personSchema } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/people.ts";
import { buildClipMedia, buildClipWords, newId } from "#tests/helpers/build-records.ts";

function buildPerson(name: string, isGiven: boolean): Person {
  const status = isGiven ? "given" : "notAsked";
  return personSchema.parse({
    personId: randomUUID(),
    name,
    relation: "inShot",
    permissions: {
      film: "given",
      sharedReview: status,
      supervisorSeesClips: "refused",
      recordReview: "refused",
      practitionerKeepsStills: "refused",
      showcase: "refused",
      training: "refused",
    },
  });
}

function buildClip(people: readonly Person[], changes: Partial<Clip> = {}): Clip {
  const { framesMs: _, ...media } = buildClipMedia({ durationMs: 8_000 });
  return clipSchema.parse({
    ...buildClipWords(people.map(({ personId }) => personId)),
    clipId: newId.clip(),
    cycleId: newId.cycle(),
    position: 0,
    preparation: "",
    media,
    ...changes,
  });
}

it("[CP65] [F3.3] a clip is ready with its file, its initiative and everybody's permission, and says what it still wants", () => {
  const [ada, ben, cy] = [
    buildPerson("Ada", true),
    buildPerson("Ben", false),
    buildPerson("Cy", false),
  ];
  const journey = { people: [ada, ben, cy], childName: "Ada" };

  expect(stillWanted(buildClip([ada]), journey)).toEqual([]);
  expect(stillWanted(buildClip([ada], { media: null }), journey)).toEqual(["its file"]);
  expect(stillWanted(buildClip([ada, ben, cy]), journey)).toEqual(["permission for Ben and Cy"]);
  expect(stillWanted(buildClip([ada], { initiative: initiativeToCome }), journey)).toEqual([
    "what Ada starts",
  ]);
});

it("[CP66] [A2] [F3.2] hints kindly at a long clip and at missing captions and descriptions, once its file is there", () => {
  const ada = buildPerson("Ada", true);
  const { framesMs: _, ...silent } = buildClipMedia({ durationMs: 11_000, hasSound: false });
  const captions = "WEBVTT";
  const marks = [{ atMs: 0, text: "looks" }];

  expect(clipHints(buildClip([ada], { media: null }))).toEqual([]);
  expect(clipHints(buildClip([ada], { captions, marks }))).toEqual([]);
  expect(clipHints(buildClip([ada]))).toEqual([
    "Captions and a description would help somebody who cannot hear or see it well.",
  ]);
  expect(clipHints(buildClip([ada], { captions }))).toEqual([
    "A description would help somebody who cannot see it well.",
  ]);
  expect(clipHints(buildClip([ada], { marks }))).toEqual([
    "Captions would help somebody who cannot hear it well.",
  ]);
  expect(clipHints(buildClip([ada], { media: silent, description: "A table." }))).toEqual([
    "This clip is 0:11 long. About ten seconds is often enough.",
  ]);
});

it("[CP60] moves a clip one place up or down, and not past the ends", () => {
  const clips = ["one", "two", "three"].map((name) => ({ name, clipId: newId.clip() }));
  const [one, two, three] = clips.map(({ clipId }) => clipId);

  expect(movedBy(clips, two ?? "", -1)).toEqual([two, one, three]);
  expect(movedBy(clips, two ?? "", 1)).toEqual([one, three, two]);
  expect(movedBy(clips, one ?? "", -1)).toEqual([one, two, three]);
  expect(movedBy(clips, three ?? "", 1)).toEqual([one, two, three]);
});

it("[CP59] a mark's place is typed, lies in the clip, and a mark without words is left out", () => {
  const marks = [
    { atMs: 500, text: "looks" },
    { atMs: 61_000, text: "waits" },
  ];
  const typed = typedMarks(marks);
  const empty = { key: "empty", place: "nowhere", words: " " };

  expect(typed.map(({ place }) => place)).toEqual(["0:00.500", "1:01.000"]);
  expect(marksOf([...typed, empty], 61_000)).toEqual(marks);
  expect(marksOf(typed, 60_999)).toBeNull();
  expect(placeOf({ key: "", place: "0:04", words: "" }, 8_000)).toBe(4_000);
  expect(placeOf({ key: "", place: "soon", words: "" }, 8_000)).toBeNull();
});
