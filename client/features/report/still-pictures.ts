import { pathOf } from "#client/lib/api.ts";

/** A moment's picture in this page's memory. */
export interface StillPicture {
  readonly address: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The pictures of these moments; one that cannot be had is left out. Let go of by `address`. */
export async function fetchStills(
  reviewId: string,
  observationIds: readonly string[],
): Promise<Map<string, StillPicture>> {
  const pictures = new Map<string, StillPicture>();
  for (const observationId of observationIds) {
    const picture = await fetchStill(reviewId, observationId);
    if (picture !== null) pictures.set(observationId, picture);
  }
  return pictures;
}

async function fetchStill(reviewId: string, observationId: string): Promise<StillPicture | null> {
  try {
    const path = pathOf("readStill", { reviewId, observationId });
    const response = await fetch(path, { credentials: "same-origin", cache: "no-store" });
    if (response.status !== 200) return null;
    const blob = await response.blob();
    const bitmap = await createImageBitmap(blob);
    const { width, height } = bitmap;
    bitmap.close();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { address: URL.createObjectURL(blob), bytes, width, height };
  } catch {
    return null; // the report is whole without it
  }
}
