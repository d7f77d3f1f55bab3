import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";

/** With what somebody comes into the call. */
export interface JoinedWith {
  readonly microphone: boolean;
  readonly camera: boolean;
}

export interface JoinDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onJoin: (joined: JoinedWith) => void;
}

/** The way into the call for who has not chosen yet in this browser. Devices are asked for by its buttons only. */
export function JoinDialog({ isOpen, onClose, onJoin }: JoinDialogProps) {
  const join = (microphone: boolean, camera: boolean) => {
    onJoin({ microphone, camera });
    onClose();
  };
  return (
    <Dialog
      title={text("call.join")}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={() => join(false, false)}>
            {text("call.join-listen")}
          </Button>
          <Button onPress={() => join(true, false)}>{text("call.join-sound")}</Button>
          <Button kind="primary" onPress={() => join(true, true)}>
            {text("call.join-both")}
          </Button>
        </>
      }
    >
      <p>{text("call.join-words")}</p>
      <p>{text("call.join-headphones")}</p>
      <p>{text("call.join-kept")}</p>
    </Dialog>
  );
}
