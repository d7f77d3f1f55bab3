import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";

interface CloseAccountDialogProps {
  readonly name: string;
  readonly onSure: () => void;
  readonly onClose: () => void;
}

/** Says what closing somebody's account does, and what it leaves, before it is done. */
export function CloseAccountDialog({ name, onSure, onClose }: CloseAccountDialogProps) {
  return (
    <Dialog
      title={text("colleagues.closeTitle", { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="destructive" onPress={onSure}>
            {text("colleagues.close")}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {text("colleagues.keep")}
          </Button>
        </>
      }
    >
      <p>{text("colleagues.closeWords", { name })}</p>
    </Dialog>
  );
}
