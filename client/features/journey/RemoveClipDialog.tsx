import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Clip } from "#shared/domain/clip.ts";
import { useChange } from "./use-journey.ts";

/** Asks once before a clip and its file are deleted. */
export function RemoveClipDialog({
  clip,
  onClose,
}: {
  readonly clip: Clip;
  readonly onClose: () => void;
}) {
  const change = useChange();

  async function handleRemove() {
    const { clipId } = clip;
    const answer = await change.make(() => call("removeClip", { params: { clipId } }));
    if (answer.ok) onClose();
  }

  return (
    <Dialog
      title={text("clips.removeAsk")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text("clips.keep")}</Button>
          <Button
            kind="destructive"
            isPending={change.isSending}
            onPress={() => void handleRemove()}
          >
            {text("clips.removeYes")}
          </Button>
        </>
      }
    >
      <p>{text("clips.removeWords", { title: clip.title })}</p>
      {change.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {change.refusal}
        </Notice>
      )}
    </Dialog>
  );
}
