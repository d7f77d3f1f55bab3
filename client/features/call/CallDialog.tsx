import type { ClipVolume } from "#client/lib/clip-volume.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import type { Call, CallSnapshot } from "./call.ts";
import { CallDetails } from "./CallDetails.tsx";
import { DeviceFields } from "./DeviceFields.tsx";
import { VolumeField } from "./VolumeField.tsx";

export interface CallDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onLeave: () => void;
  readonly call: Pick<Call, "devices" | "choose">;
  readonly snapshot: CallSnapshot;
  readonly volume: ClipVolume;
  readonly nameOf: (participantId: string) => string;
}

/** Everything about sound and the call that is not needed all the time. */
export function CallDialog(props: CallDialogProps) {
  const { isOpen, onClose, onLeave, call, snapshot, volume, nameOf } = props;
  const { state } = snapshot;
  const isIn = state !== "left" && state !== "unavailable";

  return (
    <Dialog
      title={text("call.more")}
      isOpen={isOpen}
      onClose={onClose}
      actions={isIn && <Button onPress={onLeave}>{text("call.leave")}</Button>}
    >
      {state === "unavailable" && <p>{text("call.none")}</p>}
      {state === "left" && <p>{text("call.left")}</p>}
      {isIn && <DeviceFields call={call} me={snapshot.me} />}
      <VolumeField volume={volume} />
      {isIn && <CallDetails call={snapshot} nameOf={nameOf} />}
    </Dialog>
  );
}
