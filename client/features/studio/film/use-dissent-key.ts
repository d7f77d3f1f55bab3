import { useEffect, useEffectEvent } from "react";
import { isInText } from "#client/lib/key-places.ts";

/** While on, S alone stops the recording at once, from everywhere but a text field: the child says stop. */
export function useDissentKey(isOn: boolean, onDissent: () => void): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const isHeld = event.ctrlKey || event.metaKey || event.altKey;
    const target = event.target instanceof Element ? event.target : null;
    if (event.key.toLowerCase() !== "s" || isHeld || isInText(target)) return;
    event.preventDefault();
    onDissent();
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
}
