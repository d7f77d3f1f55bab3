/**
 * The six families of attuned interaction and guidance by our own ids; their names are shown with
 * credit, the words beside them are ours.
 */
export const principleIds = [
  "attentive",
  "encouraging",
  "receiving",
  "attuned",
  "guiding",
  "deepening",
] as const;
export type PrincipleId = (typeof principleIds)[number];

/** The families a card is tagged with, with one more or one fewer; keeps ids it does not know. */
export function togglePrinciple(ids: readonly string[], id: PrincipleId): string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}
