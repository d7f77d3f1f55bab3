import { useEffect, useState } from "react";
import { fetchStill } from "#client/lib/still-requests.ts";
import type { StripCard } from "./strip-words.ts";

/** A picture of the strip, for the page and for the file. */
export interface StripStill {
  /** In this page's memory; nothing of it outlives the page. */
  readonly address: string;
  readonly blob: Blob;
}

const none: ReadonlyMap<string, StripStill> = new Map();

/** The strip's pictures by observation, while they are switched on; one that cannot be had is left out. */
export function useStripStills(
  cards: readonly StripCard[],
  isOn: boolean,
): ReadonlyMap<string, StripStill> {
  const [stills, setStills] = useState(none);
  const wanted = cards
    .flatMap(({ still }) => (still === null ? [] : [`${still.reviewId} ${still.observationId}`]))
    .join(",");

  useEffect(() => {
    if (!isOn || wanted === "") return undefined;
    let isWanted = true;
    const found = new Map<string, StripStill>();
    const fetchAll = async () => {
      for (const pair of wanted.split(",")) {
        const [reviewId = "", observationId = ""] = pair.split(" ");
        const blob = isWanted ? await fetchStill(reviewId, observationId) : null;
        if (blob === null || !isWanted) continue;
        found.set(observationId, { address: URL.createObjectURL(blob), blob });
      }
      if (isWanted) setStills(new Map(found));
    };
    void fetchAll();
    return () => {
      isWanted = false;
      setStills(none);
      found.forEach(({ address }) => URL.revokeObjectURL(address));
    };
  }, [isOn, wanted]);

  return stills;
}

/** The same pictures as `data:` addresses, to lie in a file. */
export async function stillsForFile(
  stills: ReadonlyMap<string, StripStill>,
): Promise<Map<string, string>> {
  const pairs = [...stills].map(async ([id, { blob }]) => [id, await dataAddress(blob)] as const);
  return new Map(await Promise.all(pairs));
}

async function dataAddress(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `data:image/png;base64,${btoa(signs)}`;
}
