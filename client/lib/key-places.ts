const textFields =
  "input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/** Whether a key pressed there writes: no single key works then. */
export function isInText(target: Element | null): boolean {
  return target !== null && target.closest(textFields) !== null;
}

/** Whether a key pressed there belongs to a dialog or a menu. */
export function isInDialog(target: Element | null): boolean {
  return target !== null && target.closest("[role=dialog], [role=menu]") !== null;
}

/** The parts of a key press that matter. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
}
