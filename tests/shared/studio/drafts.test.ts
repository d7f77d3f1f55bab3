import { describe, expect, it } from "vitest";
import { personSchema, purposeSchema } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/people.ts";
import {
  countClips,
  missingOf,
  moveDraft,
  newDraft,
  removeDraft,
  roomForClips,
  withPlan,
} from "#shared/studio/drafts.ts";
import type { CutState } from "#shared/studio/studio-film.ts";
import { begunClip, clipWordsOf } from "#shared/studio/drafts-words.ts";
import { isLongStretch } from "#shared/studio/selection.ts";
import { clipSchema, clipWordsSchema } from "#shared/domain/clip.ts";
import { buildDraft } from "#tests/helpers/build-draft.ts";

const id = (n: number) => `1b4e28ba-2fa1-41d2-883f-0016d3cca42${n}`;

function person(n: number, name: string, relation: string, sharedReview = "given"): Person {
  const statusOf = (purpose: string) => (purpose === "sharedReview" ? sharedReview : "given");
  const permissions = purposeSchema.options.map((purpose) => [purpose, statusOf(purpose)] as const);
  const told = { personId: id(n), name, relation };
  return personSchema.parse({ ...told, permissions: Object.fromEntries<string>(permissions) });
}

const callum = person(1, "Callum", "child");
const nadia = person(2, "Nadia", "practitioner");
const helen = person(3, "Helen", "parentCarer", "notAsked");
const people = [callum, nadia, helen];
const inShot = [callum.personId, nadia.personId];

const cutFile = { fileName: "one.mp4", bytes: 9 };
const clipId = clipSchema.shape.clipId.parse(id(9));
const cover = {
  coverId: id(8),
  shape: "ellipse",
  look: "filled",
  places: [{ atMs: 1_000, x: 0, y: 0, width: 0.1, height: 0.1 }],
  stretch: null,
} as const;

describe("clips in the making", () => {
  it("[CP47] begin with child and practitioner ticked, and nothing said", () => {
    const draft = newDraft(id(7), { startMs: 0, endMs: 4_000 }, people);

    expect(draft.peopleInShot).toEqual(inShot);
    expect(missingOf(draft, people)).toEqual([{ kind: "title" }, { kind: "initiative" }]);
  });

  it("[CP47] [F3.3] want what the child starts, who is in it, everybody's word and a look at the covers", () => {
    const unasked = person(1, "Callum", "child", "withdrawn");
    const plan = { ...buildDraft(id(7)).plan, covers: [{ ...cover, places: [...cover.places] }] };
    const draft = buildDraft(id(7), { initiative: "  ", peopleInShot: inShot, plan });

    expect(missingOf(draft, [unasked, nadia])).toEqual([
      { kind: "initiative" },
      { kind: "permission", name: "Callum", purposes: ["sharedReview"] },
      { kind: "covers" },
    ]);
    expect(missingOf({ ...draft, peopleInShot: [] }, people)).toContainEqual({ kind: "people" });
    expect(missingOf({ ...draft, initiative: "hummed", areCoversConfirmed: true }, people)).toEqual(
      [],
    );
  });

  it("[CP48] a change of plan takes back what was cut and what was said of the covers", () => {
    const made = buildDraft(id(7), { areCoversConfirmed: true, cut: { state: "cut", ...cutFile } });

    const changed = withPlan(made, { ...made.plan, silences: [{ startMs: 0, endMs: 9 }] });

    expect(changed).toMatchObject({ areCoversConfirmed: false, cut: { state: "uncut" } });
    expect(withPlan(made, made.plan)).toBe(made);
  });

  it.each<CutState>([
    { state: "sending", clipId, ...cutFile },
    { state: "sent", clipId },
  ])("[CP48] a clip that is $state keeps its plan", (cut) => {
    const draft = buildDraft(id(7), { cut });

    expect(withPlan(draft, { ...draft.plan, silences: [] })).toBe(draft);
  });

  it("[CP46] [F3.2] past ten seconds is hinted at; so is a fourth clip, and six are the most", () => {
    const lengths = [10_000, 10_400, 11_000].map((endMs) => isLongStretch({ startMs: 0, endMs }));

    expect(lengths).toEqual([false, false, true]);
    expect([2, 3, 5, 6].map(roomForClips)).toEqual([
      "plenty",
      "past-soft-norm",
      "past-soft-norm",
      "none",
    ]);
  });

  it("[CP46] [F3.2] clips on the server count, and each clip once", () => {
    const drafts = [
      buildDraft(id(1)),
      buildDraft(id(2), { cut: { state: "sending", clipId, ...cutFile } }),
      buildDraft(id(3), { cut: { state: "sent", clipId } }),
    ];

    expect(countClips([], drafts)).toBe(2);
    expect(countClips([{ clipId }, { clipId: id(6) }], drafts)).toBe(3);
  });

  it("[CP47] are moved in their list and taken out of it", () => {
    const drafts = [1, 2, 3].map((n) => buildDraft(id(n)));
    const order = (list: typeof drafts) =>
      list.map(({ draftId }) => drafts.findIndex((one) => one.draftId === draftId));

    expect(order(moveDraft(drafts, id(3), -1))).toEqual([0, 2, 1]);
    expect(order(moveDraft(drafts, id(1), 1))).toEqual([1, 0, 2]);
    expect(order(moveDraft(drafts, id(1), -1))).toEqual([0, 1, 2]);
    expect(order(removeDraft(drafts, id(2)))).toEqual([0, 2]);
  });
});

describe("the words of a clip that goes up", () => {
  const marks = [
    { atMs: 999, text: "too early" },
    { atMs: 1_000.4, text: "Callum looks up" },
    { atMs: 3_500.6, text: " " },
    { atMs: 5_999.7, text: "Nadia waits" },
    { atMs: 6_000, text: "too late" },
  ];
  const draft = buildDraft(id(7), { peopleInShot: [...inShot, id(6)], marks, why: "You waited." });

  it("[CP85] count its places from its start and leave out what lies outside or says nothing", () => {
    const words = clipWordsOf(draft, people);

    expect(words).toMatchObject({ peopleInShot: inShot, why: "You waited.", modality: null });
    expect(words?.marks).toEqual([
      { atMs: 0, text: "Callum looks up" },
      { atMs: 5_000, text: "Nadia waits" },
    ]);
    expect(clipWordsOf({ ...draft, initiative: " " }, people)).toBeNull();
  });

  it("[CP86] lead back to the clip that was begun with them, and to no other", () => {
    const words = clipWordsSchema.parse(clipWordsOf(draft, people));
    const clip = clipSchema.parse({
      ...words,
      clipId,
      cycleId: id(5),
      position: 0,
      preparation: "said later",
      media: null,
    });

    expect(begunClip([clip], words, [])).toBe(clip);
    expect(begunClip([clip], words, [clipId])).toBeNull();
    expect(begunClip([clip], { ...words, why: "" }, [])).toBeNull();
  });
});
