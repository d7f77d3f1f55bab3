import { useEffect, useState } from "react";
import type { Report } from "#shared/report/report.ts";
import { fetchStills } from "./still-pictures.ts";
import type { StillPicture } from "./still-pictures.ts";

const none: ReadonlyMap<string, StillPicture> = new Map();

/** The pictures of a report as they come in; nothing of them outlives the page. */
export function useStills(reviewId: string, report: Report): ReadonlyMap<string, StillPicture> {
  const [pictures, setPictures] = useState(none);
  const wanted = report.moments
    .filter(({ hasStill }) => hasStill)
    .map(({ observationId }) => observationId)
    .join(" ");

  useEffect(() => {
    if (wanted === "") return undefined;
    let isWanted = true;
    let addresses: string[] = [];
    const letGo = () => addresses.forEach((address) => URL.revokeObjectURL(address));
    void fetchStills(reviewId, wanted.split(" ")).then((found) => {
      addresses = [...found.values()].map(({ address }) => address);
      if (isWanted) setPictures(found);
      else letGo();
    });
    return () => {
      isWanted = false;
      setPictures(none);
      letGo();
    };
  }, [reviewId, wanted]);

  return pictures;
}
