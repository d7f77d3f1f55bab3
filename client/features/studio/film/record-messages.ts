/** What the page asks of the thread that writes recordings; answers carry the same `askId`. */
export type RecordAsk = { readonly askId: number; readonly name: string } & (
  | { readonly kind: "append"; readonly piece: Blob }
  | { readonly kind: "finish" }
);

/** What it tells. `full`: the device has no room. `broken`: the device would not write or read it. */
export type RecordTold = { readonly askId: number } & (
  | { readonly kind: "appended" | "full" | "broken" }
  | { readonly kind: "finished"; readonly bytes: number }
);

/** Under which name a recording's pieces lie until the film is whole. */
export const piecesName = (name: string): string => `${name}.pieces`;
