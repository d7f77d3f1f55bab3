import * as Y from "yjs";
import { aimsOf, earlierAimsOf, observationFields, observationsOf } from "./board-doc.ts";
import type { Anchor, EngagementArea, ObservationField, Still, Stroke } from "./board-doc.ts";

/** An observation as the screen shows it; `texts` are live and bound to the fields. */
export interface ObservationView {
  readonly observationId: string;
  readonly anchor: Anchor;
  readonly heldBy: string;
  readonly order: number;
  readonly createdAtMs: number;
  readonly principleIds: readonly string[];
  /** The last frame of the range, when the moment is one. */
  readonly endFrame: number | null;
  /** Where each turn begins. */
  readonly turnFrames: readonly number[];
  readonly drawing: readonly Stroke[];
  /** What of the Engagement Model it is linked to; empty unless the journey links to plans. */
  readonly engagement: readonly EngagementArea[];
  /** Whose own moment it is. */
  readonly pinnedBy: readonly string[];
  readonly still: Still | null;
  readonly texts: Readonly<Record<ObservationField, Y.Text>>;
}

/** An aim as it is shown. */
export interface AimView {
  readonly aimId: string;
  readonly order: number;
  readonly fromObservationId: string | null;
  readonly text: Y.Text;
  readonly whereWhen: Y.Text;
}

/** An aim of the cycle before, with how it went. */
export interface EarlierAimView {
  readonly aimId: string;
  readonly text: string;
  readonly whereWhen: string;
  readonly howDidItGo: Y.Text;
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
      endFrame: card.get("endFrame") as number | null, // so the guard for this, and for the rest
      turnFrames: card.get("turnFrames") as number[],
      drawing: card.get("drawing") as Stroke[],
      engagement: card.get("engagement") as EngagementArea[],
      pinnedBy: card.get("pinnedBy") as string[], // written by the server only, and the still too
      still: card.get("still") as Still | null,
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
    const whereWhen = card.get("whereWhen");
    if (!(text instanceof Y.Text) || !(whereWhen instanceof Y.Text)) continue;
    const from = card.get("fromObservationId");
    views.push({
      aimId,
      text,
      whereWhen,
      order: Number(card.get("order")),
      fromObservationId: typeof from === "string" ? from : null,
    });
  }
  return views.sort((a, b) => a.order - b.order || a.aimId.localeCompare(b.aimId));
}

/** The aims of the cycle before, in their order. */
export function readEarlierAims(doc: Y.Doc): EarlierAimView[] {
  return [...earlierAimsOf(doc)]
    .sort(([, a], [, b]) => Number(a.get("order")) - Number(b.get("order")))
    .flatMap(([aimId, card]) => {
      const howDidItGo = card.get("howDidItGo");
      if (!(howDidItGo instanceof Y.Text)) return [];
      const text = String(card.get("text"));
      return [{ aimId, text, whereWhen: String(card.get("whereWhen")), howDidItGo }];
    });
}
