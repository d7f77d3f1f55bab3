import * as Y from "yjs";
import { aimsOf, observationFields, observationsOf } from "./board-doc.ts";
import type { Anchor, ObservationField } from "./board-doc.ts";

/** An observation as the screen shows it; `texts` are live and bound to the fields. */
export interface ObservationView {
  readonly observationId: string;
  readonly anchor: Anchor;
  readonly heldBy: string;
  readonly order: number;
  readonly createdAtMs: number;
  readonly principleIds: readonly string[];
  readonly texts: Readonly<Record<ObservationField, Y.Text>>;
}

/** An aim as it is shown. */
export interface AimView {
  readonly aimId: string;
  readonly order: number;
  readonly fromObservationId: string | null;
  readonly text: Y.Text;
}

/** The observations in their order; a card that is not whole (never made by our server) is left out. */
export function readObservations(doc: Y.Doc): ObservationView[] {
  const views: ObservationView[] = [];
  for (const [observationId, card] of observationsOf(doc)) {
    const texts = observationFields.map((field) => [field, card.get(field)] as const);
    if (texts.some(([, text]) => !(text instanceof Y.Text))) continue;
    views.push({
      observationId,
      anchor: card.get("anchor") as Anchor, // written by the server only, checked by its guard
      heldBy: String(card.get("heldBy")),
      order: Number(card.get("order")),
      createdAtMs: Number(card.get("createdAt")),
      principleIds: card.get("principleIds") as string[], // the guard admits lists of ids only
      texts: Object.fromEntries(texts) as Record<ObservationField, Y.Text>, // each was checked above
    });
  }
  return views.sort((a, b) => a.order - b.order || a.observationId.localeCompare(b.observationId));
}

/** The aims in their order. */
export function readAims(doc: Y.Doc): AimView[] {
  const views: AimView[] = [];
  for (const [aimId, card] of aimsOf(doc)) {
    const text = card.get("text");
    if (!(text instanceof Y.Text)) continue;
    const from = card.get("fromObservationId");
    views.push({
      aimId,
      text,
      order: Number(card.get("order")),
      fromObservationId: typeof from === "string" ? from : null,
    });
  }
  return views.sort((a, b) => a.order - b.order || a.aimId.localeCompare(b.aimId));
}
