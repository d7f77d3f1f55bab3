import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";

/**
 * Whether a picture's place has come near the window, and stays so once it has: a long list of pictures
 * must not fetch them all over a thin line.
 */
export function useNearWindow<Place extends Element>(): [RefObject<Place | null>, boolean] {
  const place = useRef<Place>(null);
  const [isNear, setNear] = useState(false);

  useEffect(() => {
    if (place.current === null) return undefined;
    const watcher = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        watcher.disconnect();
      },
      { rootMargin: "200px" },
    );
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);

  return [place, isNear];
}
