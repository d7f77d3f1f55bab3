import type { JourneyId, ReviewId } from "#shared/domain/ids.ts";

/** A review's report as it is stored; what it says is sealed. */
export interface StoredReport {
  readonly reviewId: ReviewId;
  readonly sealed: Uint8Array;
  /** The content the practitioner agreed to; null: to none, or not to this one. */
  readonly agreed: { readonly sha256: string; readonly atMs: number } | null;
}

/** The reports of reviews, each as long as its review. */
export interface ReportStore {
  /** Puts it in place of an earlier one, with its agreement or without. */
  keep(report: StoredReport, atMs: number): Promise<void>;
  find(reviewId: ReviewId): Promise<StoredReport | null>;
  /** Those of a journey, the earliest review's first. */
  listOfJourney(journeyId: JourneyId): Promise<StoredReport[]>;
}
