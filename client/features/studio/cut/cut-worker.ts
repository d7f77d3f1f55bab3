import { cutClip } from "./cut-clip.ts";
import type { CutAsk, CutTold, KeptCut } from "./cut-messages.ts";
import { refuseCut } from "./cut-outcome.ts";
import type { CutOutcome } from "./cut-outcome.ts";
import { keepCut } from "./cut-store.ts";
import { openPreviewer } from "./preview-frame.ts";
import type { Previewer } from "./preview-frame.ts";

/** The thread that cuts clips and paints covered pictures, so that the page stays quick meanwhile. */
const stops = new Map<number, AbortController>();
let previewer: Promise<Previewer | null> | null = null;
let previewed: Blob | null = null;

self.addEventListener("message", ({ data }: MessageEvent<CutAsk>) => {
  switch (data.kind) {
    case "cut":
      void answerCut(data);
      return;
    case "stop":
      stops.get(data.askId)?.abort();
      return;
    case "preview":
      void answerPreview(data);
  }
});

function tell(told: CutTold, transfer: Transferable[] = []): void {
  self.postMessage(told, { transfer });
}

async function answerCut(ask: Extract<CutAsk, { kind: "cut" }>): Promise<void> {
  const { askId } = ask;
  const stop = new AbortController();
  stops.set(askId, stop);
  const outcome = await cutAndKeep(ask, stop.signal).catch(() => refuseCut("cannot-encode"));
  stops.delete(askId);
  tell({ kind: "cut", askId, outcome });
}

async function cutAndKeep(
  { askId, film, plan, fileName }: Extract<CutAsk, { kind: "cut" }>,
  signal: AbortSignal,
): Promise<CutOutcome<KeptCut>> {
  const cut = await cutClip(film, plan, {
    onProgress: (fraction) => tell({ kind: "progress", askId, fraction }),
    signal,
  });
  if (!cut.ok) return cut;
  const { bytes, ...expected } = cut.value;
  if (!(await keepCut(fileName, bytes))) return refuseCut("disk-full");
  return { ok: true, value: { ...expected, fileName, byteCount: bytes.length } };
}

async function answerPreview(ask: Extract<CutAsk, { kind: "preview" }>): Promise<void> {
  const { askId, film, plan, atMs } = ask;
  const picture = await previewOf(film)
    .then((opened) => opened?.pictureAt(plan, atMs) ?? null)
    .catch(() => null); // a picture that cannot be decoded is not there to show
  tell({ kind: "preview", askId, picture }, picture === null ? [] : [picture]);
}

/** The film last looked at stays open: each message carries its own handle of the same file. */
function previewOf(film: Blob): Promise<Previewer | null> {
  if (previewer === null || !isSameFile(previewed, film)) {
    void previewer?.then((opened) => opened?.close());
    previewer = openPreviewer(film);
    previewed = film;
  }
  return previewer;
}

function isSameFile(one: Blob | null, other: Blob): boolean {
  if (one?.size !== other.size) return false;
  if (!(one instanceof File) || !(other instanceof File)) return false;
  return one.name === other.name && one.lastModified === other.lastModified;
}
