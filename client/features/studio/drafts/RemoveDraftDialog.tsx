import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";

/** Asks once before a clip that was made goes from this device. */
export function RemoveDraftDialog(props: {
  readonly isSent: boolean;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}) {
  const { isSent, onClose, onRemove } = props;
  return (
    <Dialog
      title={text("drafts.removeTitle")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text("drafts.removeNo")}</Button>
          <Button kind="destructive" onPress={onRemove}>
            {text("drafts.removeYes")}
          </Button>
        </>
      }
    >
      <p>{text(isSent ? "drafts.removeSent" : "drafts.removeMade")}</p>
    </Dialog>
  );
}
