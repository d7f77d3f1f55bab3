/** What one field has met: each key as it came, and each length of its words as it was painted. */
export interface FieldNotes {
  readonly keysAtMs: readonly number[];
  readonly painted: readonly { readonly length: number; readonly atMs: number }[];
}

/** The page with its watch; put there by `watchField`. */
export type TypistWindow = Window & { fieldNotes?: FieldNotes };

/**
 * Notes from now on, on the machine's wall clock, when keys come to a field and when a frame with other
 * words has been painted. Runs in the page, so it stands alone. Refuses a page without that field.
 */
export function watchField(selector: string): void {
  const field = document.querySelector<HTMLTextAreaElement>(selector);
  if (field === null) throw new Error(`there is no ${selector}`);
  const keysAtMs: number[] = [];
  const painted: { length: number; atMs: number }[] = [];
  const nowMs = () => performance.timeOrigin + performance.now();
  let last = field.value.length;

  field.addEventListener("keydown", ({ timeStamp }) =>
    keysAtMs.push(performance.timeOrigin + timeStamp),
  );
  const look = () => {
    const { length } = field.value;
    if (length !== last) {
      last = length;
      // A message sent while a frame is made arrives once that frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted.push({ length, atMs: nowMs() });
      port2.postMessage(null);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  (window as TypistWindow).fieldNotes = { keysAtMs, painted };
}

/** Lays a bare field over the page and goes into it. Runs in the page, so it stands alone. */
export function layBareField(id: string): void {
  const field = document.createElement("textarea");
  field.id = id;
  Object.assign(field.style, { position: "fixed", inset: "0 auto auto 0", zIndex: "9999" });
  document.body.append(field);
  field.focus();
}
