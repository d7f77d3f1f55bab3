import { missingPermissions, purposesToReview } from "#shared/domain/people.ts";
import type { Person, Purpose } from "#shared/domain/people.ts";
import type { CutPlan, Stretch } from "./cut-plan.ts";
import { clipNorms } from "./selection.ts";
import type { DraftClip } from "./studio-film.ts";

/** A draft nothing was said of yet. `people` are those of the journey: child and practitioner are ticked. */
export function newDraft(draftId: string, stretch: Stretch, people: readonly Person[]): DraftClip {
  const usual = people.filter(
    ({ relation }) => relation === "child" || relation === "practitioner",
  );
  return {
    draftId,
    title: "",
    initiative: "",
    modality: null,
    why: "",
    description: "",
    peopleInShot: usual.map(({ personId }) => personId),
    plan: { stretch, covers: [], silences: [] },
    areCoversConfirmed: false,
    captions: "",
    marks: [],
    cut: { state: "uncut" },
  };
}

/** Whether a draft's words are on the server: from then on it is changed on the journey's page alone. */
export function isOnServer({ cut }: Pick<DraftClip, "cut">): boolean {
  return cut.state === "sending" || cut.state === "sent";
}

/**
 * Cuts a draft by another plan: what was cut, and what was said of its covers, no longer holds.
 * A draft whose clip is on the server keeps its plan.
 */
export function withPlan(draft: DraftClip, plan: CutPlan): DraftClip {
  if (plan === draft.plan || isOnServer(draft)) return draft;
  return { ...draft, plan, areCoversConfirmed: false, cut: { state: "uncut" } };
}

/** The drafts with this one a place nearer to the start (-1) or the end (1). */
export function moveDraft(
  drafts: readonly DraftClip[],
  draftId: string,
  places: -1 | 1,
): DraftClip[] {
  const at = drafts.findIndex((draft) => draft.draftId === draftId);
  const moved = drafts[at];
  const to = at + places;
  if (moved === undefined || to < 0 || to >= drafts.length) return [...drafts];
  return drafts.toSpliced(at, 1).toSpliced(to, 0, moved);
}

/** The drafts without this one. */
export function removeDraft(drafts: readonly DraftClip[], draftId: string): DraftClip[] {
  return drafts.filter((draft) => draft.draftId !== draftId);
}

/** What a draft still wants before it can be made and sent. */
export type MissingOfDraft =
  | { readonly kind: "title" | "initiative" | "people" | "covers" }
  | { readonly kind: "permission"; readonly name: string; readonly purposes: readonly Purpose[] };

/** What is still wanted, in the order in which it is asked for. `people` are those of the journey. */
export function missingOf(draft: DraftClip, people: readonly Person[]): MissingOfDraft[] {
  const inShot = inShotOf(draft, people);
  const permissions = inShot.flatMap((person) => {
    const purposes = missingPermissions([person], purposesToReview).map(({ purpose }) => purpose);
    return purposes.length === 0
      ? []
      : { kind: "permission" as const, name: person.name, purposes };
  });
  const hasUnseenCovers = draft.plan.covers.length > 0 && !draft.areCoversConfirmed;
  return [
    ...wanted(draft.title.trim() === "", "title"),
    ...wanted(draft.initiative.trim() === "", "initiative"),
    ...wanted(inShot.length === 0, "people"),
    ...permissions,
    ...wanted(hasUnseenCovers, "covers"),
  ];
}

/** Whether a place of the film lies in a stretch of it. */
export function isInStretch(placeMs: number, { startMs, endMs }: Stretch): boolean {
  return placeMs >= startMs && placeMs < endMs;
}

/** Who is in shot, of the people the journey has now. */
export function inShotOf(
  { peopleInShot }: Pick<DraftClip, "peopleInShot">,
  people: readonly Person[],
): Person[] {
  return people.filter(({ personId }) => peopleInShot.includes(personId));
}

function wanted(
  isWanted: boolean,
  kind: Exclude<MissingOfDraft["kind"], "permission">,
): MissingOfDraft[] {
  return isWanted ? [{ kind }] : [];
}

/** Whether a cycle with so many clips may have another: three are plenty, after six it is refused. */
export function roomForClips(clips: number): "plenty" | "past-soft-norm" | "none" {
  if (clips >= clipNorms.mostClips) return "none";
  return clips >= clipNorms.softClips ? "past-soft-norm" : "plenty";
}

/** The clips a cycle will have: those on the server, and the drafts that are not there yet. */
export function countClips(
  onServer: readonly { readonly clipId: string }[],
  drafts: readonly DraftClip[],
): number {
  const isCounted = ({ cut }: DraftClip) =>
    cut.state === "sending" && onServer.some(({ clipId }) => clipId === cut.clipId);
  const coming = drafts.filter((draft) => draft.cut.state !== "sent" && !isCounted(draft));
  return onServer.length + coming.length;
}
