import { z } from "zod";

/**
 * The principles of attuned interaction and guidance: six families, whose names are shown with credit, and
 * under each the behaviours in an organisation's own words. A card of the board names either, by id:
 * `attentive` is the family, `attentive.leaves-room` one of its behaviours.
 */

/** The families in the order of their layers, which is the order of the keys 1 to 6. */
export const familyIds = [
  "attentive",
  "encouraging",
  "receiving",
  "attuned",
  "guiding",
  "deepening",
] as const;
export type FamilyId = (typeof familyIds)[number];

/** How much an organisation may write. */
export const frameworkLimits = {
  labelsPerFamily: 16,
  labelCharacters: 80,
  slugCharacters: 40,
  removedLabels: 1_000,
} as const;

/** A behaviour in the organisation's words. Its id stays when the words are changed. */
export const labelSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z0-9-]{1,40}$/),
  text: z.string().trim().min(1).max(frameworkLimits.labelCharacters),
});
export type Label = z.infer<typeof labelSchema>;

const familySchema = z.strictObject({
  familyId: z.enum(familyIds),
  labels: z.array(labelSchema).max(frameworkLimits.labelsPerFamily),
});

/** All six families in their order, each label under its own family and each id once. */
export const familiesSchema = z.array(familySchema).refine(areWhole);
export type Families = z.infer<typeof familiesSchema>;

/** What an organisation uses now, and the labels it has let go of: old boards still name them. */
export const frameworkSchema = z.strictObject({
  families: familiesSchema,
  removed: z.array(labelSchema).max(frameworkLimits.removedLabels),
});
export type Framework = z.infer<typeof frameworkSchema>;

function areWhole(families: readonly z.infer<typeof familySchema>[]): boolean {
  const labels = labelsOf(families);
  return (
    families.length === familyIds.length &&
    families.every(
      ({ familyId, labels: own }, n) =>
        familyId === familyIds[n] && own.every(({ id }) => id.startsWith(`${familyId}.`)),
    ) &&
    new Set(labels.map(({ id }) => id)).size === labels.length
  );
}

const ourLabels: Readonly<Record<FamilyId, readonly string[]>> = {
  attentive: [
    "leaves room",
    "faces the child",
    "warm, curious look",
    "wonders what it is like for them",
    "enjoys being there",
  ],
  encouraging: [
    "waits with expectation",
    "listens with eyes and ears",
    "kind voice",
    "puts the moment into friendly words",
    "watches for the next start",
  ],
  receiving: [
    "shows “I noticed”",
    "answers with face or body",
    "looks back, smiles, nods",
    "says what the child did",
    "echoes the sound, word or movement",
  ],
  attuned: [
    "receives first, then adds",
    "checks the child is still with me",
    "waits for my turn",
    "small turns each",
    "does it together",
  ],
  guiding: [
    "just enough help",
    "builds on the child’s idea",
    "steps help up or down",
    "tells when it is wanted",
    "offers choices the child can read",
  ],
  deepening: [
    "sets goals together",
    "shares views",
    "solves together",
    "names differences kindly",
    "reaches a new shared meaning",
    "comes back to attentiveness after a bump",
  ],
};

/** What an organisation begins with: our own words under the six families. */
export const defaultFramework: Framework = {
  families: familyIds.map((familyId) => ({
    familyId,
    labels: ourLabels[familyId].map((text) => ({ id: newLabelId(familyId, text, []), text })),
  })),
  removed: [],
};

/** The labels of all families, one after the other. */
export function labelsOf(families: readonly Families[number][]): Label[] {
  return families.flatMap(({ labels }) => labels);
}

/** The family an id of a card belongs to, whether it is the family's own or one of its behaviours'; else null. */
export function familyOf(principleId: string): FamilyId | null {
  return familyIds.find((id) => principleId === id || principleId.startsWith(`${id}.`)) ?? null;
}

/** The words of a behaviour, also of one that was let go of; null when nobody here ever wrote it. */
export function labelTextOf({ families, removed }: Framework, labelId: string): string | null {
  return [...labelsOf(families), ...removed].find(({ id }) => id === labelId)?.text ?? null;
}

/**
 * The framework with other labels. Those that go are remembered, so that boards which name them stay
 * readable; of very many the newest are.
 */
export function withFamilies(before: Framework, families: Families): Framework {
  const kept = new Set(labelsOf(families).map(({ id }) => id));
  const gone = labelsOf(before.families).filter(({ id }) => !kept.has(id));
  const goneIds = new Set(gone.map(({ id }) => id));
  const still = before.removed.filter(({ id }) => !kept.has(id) && !goneIds.has(id));
  return { families, removed: [...still, ...gone].slice(-frameworkLimits.removedLabels) };
}

/** An id for a new label: its family and its words, told apart from the ids there are. */
export function newLabelId(familyId: FamilyId, text: string, taken: readonly string[]): string {
  const slug = slugOf(text) || "label";
  for (let n = 1; ; n += 1) {
    const ending = n === 1 ? "" : `-${n}`;
    const room = frameworkLimits.slugCharacters - ending.length;
    const id = `${familyId}.${slug.slice(0, room).replace(/-+$/, "")}${ending}`;
    if (!taken.includes(id)) return id;
  }
}

function slugOf(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[\p{M}'’“”]/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}
