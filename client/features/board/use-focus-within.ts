import { useCallback, useState } from "react";
import type { RefCallback } from "react";

/** Whether the focus is in an element or on something inside it; the ref goes to that element. */
export function useFocusWithin(): readonly [boolean, RefCallback<HTMLElement>] {
  const [isInside, setInside] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const listeners = new AbortController();
    const { signal } = listeners;
    element.addEventListener("focusin", () => setInside(true), { signal });
    element.addEventListener(
      "focusout",
      ({ relatedTarget }) =>
        setInside(relatedTarget instanceof Node && element.contains(relatedTarget)),
      { signal },
    );
    return () => listeners.abort();
  }, []);
  return [isInside, ref];
}
