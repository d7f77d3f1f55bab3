import { useEffect, useEffectEvent } from "react";
import { isInDialog, isInText } from "#client/lib/key-places.ts";
import { actionOf } from "./keyboard.ts";
import type { KeyAction } from "./keyboard.ts";

const controls =
  "button, a[href], input, summary, [role=button], [role=slider], [role=tab], [role=menuitem], [role=menuitemradio], [role=option]";

/**
 * Listens to the single keys of the room, outside text fields, menus and dialogs, where only the cover's
 * works; `isOn` switches them off. In a text field Ctrl or Cmd+Enter still plays or pauses.
 */
export function usePlaybackKeys(isOn: boolean, onAction: (action: KeyAction) => void): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.defaultPrevented) return;
    const action = meaningAt(event, target, isOn);
    if (action === null || (isInDialog(target) && action.kind !== "cover")) return;
    event.preventDefault();
    onAction(action);
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function meaningAt(event: KeyboardEvent, target: Element | null, isOn: boolean): KeyAction | null {
  if (isInText(target)) return inTextField(event);
  const isOnControl = target !== null && target.closest(controls) !== null;
  return isOn ? actionOf(event, isOnControl) : null;
}

function inTextField(event: KeyboardEvent): KeyAction | null {
  const isPlayKey = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  return isPlayKey ? { kind: "toggle" } : null;
}
