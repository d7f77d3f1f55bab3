import { useEffect, useRef } from "react";
import { announce } from "#client/lib/announce.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";
import { endingNews } from "./ending-news.ts";
import type { EndingPerson } from "./ending-news.ts";

/** Tells a screen reader who agrees, that the board has changed, that it is signed or open again. */
export function useEndingAnnouncements(
  ending: Ending,
  people: readonly EndingPerson[],
  me: string,
): void {
  const beforeRef = useRef(ending);
  useEffect(() => {
    const words = endingNews(beforeRef.current, ending, people, me);
    beforeRef.current = ending;
    if (words !== null) announce(words);
  }, [ending, people, me]);
}
