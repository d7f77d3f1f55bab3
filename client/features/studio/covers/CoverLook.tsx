import { useEffect, useEffectEvent, useRef, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { createCutter } from "#client/features/studio/cut/cutter.ts";
import type { Cutter } from "#client/features/studio/cut/cutter.ts";
import { withDraft } from "#client/features/studio/studio.ts";
import { useStudio } from "#client/features/studio/use-studio.ts";
import type { DraftClip } from "#shared/studio/studio-film.ts";
import { picturesToLookAt } from "./cover-edits.ts";
import styles from "./Covers.module.css";

const mostPictures = 60;

/** Goes through the pictures as the clip will have them; only once all were looked at can they be confirmed. */
export function CoverLook(props: { readonly draft: DraftClip; readonly onClose: () => void }) {
  const { draft, onClose } = props;
  const { document, film } = useStudio();
  const [pictures] = useState(() =>
    picturesToLookAt(draft.plan.stretch, draft.plan.covers, film.frames, mostPictures),
  );
  const [at, setAt] = useState(0);
  const { canvasRef, seen, isBroken } = usePreview(draft, pictures[at] ?? 0);
  const isAllSeen = pictures.every((index) => seen.has(index));

  /** Goes on only from a picture that was drawn: none is passed over by a quick key. */
  function step(by: -1 | 1) {
    if (by === 1 && !isBroken && !seen.has(pictures[at] ?? 0)) return;
    setAt(Math.min(pictures.length - 1, Math.max(0, at + by)));
  }
  useArrowKeys(step);

  function confirm() {
    document.edit((now) =>
      withDraft(now, draft.draftId, (one) =>
        one.plan === draft.plan ? { ...one, areCoversConfirmed: true } : one,
      ),
    );
    onClose();
  }

  return (
    <Dialog
      title={text("covers.look")}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text("covers.back")}</Button>
          <Button kind="primary" isDisabled={!isAllSeen} onPress={confirm}>
            {text("covers.confirm")}
          </Button>
        </>
      }
    >
      <div role="group" aria-label={text("covers.pictures")} className={styles["look"]}>
        <canvas ref={canvasRef} className={styles["preview"]} data-seen={seen.size} />
        <div className={styles["buttons"]}>
          <Button isDisabled={at === 0} onPress={() => step(-1)}>
            {text("covers.previous")}
          </Button>
          <Button isDisabled={at === pictures.length - 1} onPress={() => step(1)}>
            {text("covers.next")}
          </Button>
          <output>{text("covers.pictureOf", { number: at + 1, count: pictures.length })}</output>
        </div>
        {isBroken && <Notice tone="attention">{text("covers.broken")}</Notice>}
        {!isAllSeen && <p className={styles["quiet"]}>{text("covers.lookAtAll")}</p>}
      </div>
    </Dialog>
  );
}

/** Left and right, wherever the focus is in the dialog. */
function useArrowKeys(step: (by: -1 | 1) => void): void {
  const handleKey = useEffectEvent(({ key }: KeyboardEvent) => {
    if (key === "ArrowLeft") step(-1);
    if (key === "ArrowRight") step(1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** Draws one picture as the clip will have it; `seen` holds those that have been drawn. */
function usePreview(draft: DraftClip, frameIndex: number) {
  const { film } = useStudio();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const cutterRef = useRef<Cutter | null>(null);
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const [brokenIndex, setBrokenIndex] = useState<number | null>(null);

  useEffect(() => () => cutterRef.current?.close(), []);
  useEffect(() => {
    let isOver = false;
    const { frames, file } = film;
    const middleMs = (frames.startMs(frameIndex) + frames.endMs(frameIndex)) / 2;
    cutterRef.current ??= createCutter();
    void cutterRef.current.previewFrame(file, draft.plan, middleMs).then((picture) => {
      const canvas = canvasRef.current;
      if (isOver || canvas === null || picture === null) {
        picture?.close();
        if (!isOver && picture === null) setBrokenIndex(frameIndex);
        return;
      }
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext("2d")?.drawImage(picture, 0, 0);
      picture.close();
      setSeen((before) => new Set(before).add(frameIndex));
    });
    return () => {
      isOver = true;
    };
  }, [film, draft.plan, frameIndex]);
  return { canvasRef, seen, isBroken: brokenIndex === frameIndex };
}
