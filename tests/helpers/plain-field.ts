/**
 * A `<textarea>` as far as the board's binding can tell, for tests on Node: words, a selection, the focus,
 * and the events of typing, dictation, input methods and undo in the order browsers give them.
 */
export class PlainField extends EventTarget {
  selectionStart = 0;
  selectionEnd = 0;
  readonly selectionDirection = "none";
  readonly ownerDocument = Object.assign(new EventTarget(), { activeElement: this as unknown });
  private words = "";

  get value(): string {
    return this.words;
  }

  /** As a browser does: new words put the caret behind them, the same words leave it. */
  set value(words: string) {
    if (words === this.words) return;
    this.words = words;
    this.setSelectionRange(words.length, words.length);
  }

  setSelectionRange(start: number, end: number): void {
    this.selectionStart = Math.min(start, this.words.length);
    this.selectionEnd = Math.min(end, this.words.length);
  }

  /** The binding needs no more of an element than is here. */
  get asTextArea(): HTMLTextAreaElement {
    return this as unknown as HTMLTextAreaElement;
  }

  /** Replaces what stands from `from` to `to`; the caret is then behind `insert`, or at `caret`. */
  replace(from: number, to: number, insert: string, caret = from + insert.length): void {
    this.words = this.words.slice(0, from) + insert + this.words.slice(to);
    this.setSelectionRange(caret, caret);
    this.dispatchEvent(new Event("input"));
  }

  /** Types at the caret, over what is selected. */
  type(insert: string): void {
    this.replace(this.selectionStart, this.selectionEnd, insert);
  }

  composes(isComposing: boolean): void {
    this.dispatchEvent(new Event(isComposing ? "compositionstart" : "compositionend"));
  }

  undo(inputType: "historyUndo" | "historyRedo"): void {
    const event = Object.assign(new Event("beforeinput", { cancelable: true }), { inputType });
    this.dispatchEvent(event);
  }

  blur(): void {
    this.ownerDocument.activeElement = null;
    this.dispatchEvent(new Event("blur"));
  }
}
