import { useState } from "react";
import type { ClipVolume } from "#client/lib/clip-volume.ts";
import type { Call, CallSnapshot } from "./call.ts";
import { CallControls } from "./CallControls.tsx";
import { CallDialog } from "./CallDialog.tsx";
import { JoinDialog } from "./JoinDialog.tsx";
import type { JoinedWith } from "./JoinDialog.tsx";
import { keepLeftCall } from "./left-call.ts";
import type { TalkPress } from "./talk-press.ts";

export interface CallBarProps {
  readonly reviewId: string;
  readonly call: Call;
  readonly snapshot: CallSnapshot;
  readonly talk: TalkPress;
  readonly volume: ClipVolume;
  readonly nameOf: (participantId: string) => string;
}

const stateOf = {
  unavailable: "unavailable",
  left: "left",
  joining: "in",
  on: "in",
  lost: "in",
} as const satisfies Record<CallSnapshot["state"], string>;

/** The controls of the call with the dialogs they open. */
export function CallBar({ reviewId, call, snapshot, talk, volume, nameOf }: CallBarProps) {
  const [open, setOpen] = useState<"join" | "more" | null>(null);
  const close = () => setOpen(null);

  function handleJoin({ microphone, camera }: JoinedWith) {
    call.setMicrophone(microphone);
    call.setCamera(camera);
    call.join();
    keepLeftCall(reviewId, false);
  }
  function handleLeave() {
    call.leave();
    keepLeftCall(reviewId, true);
    close();
  }

  return (
    <>
      <CallControls
        call={call}
        state={stateOf[snapshot.state]}
        me={snapshot.me}
        talk={talk}
        onJoin={() => setOpen("join")}
        onMore={() => setOpen("more")}
      />
      <JoinDialog isOpen={open === "join"} onClose={close} onJoin={handleJoin} />
      <CallDialog
        isOpen={open === "more"}
        onClose={close}
        onLeave={handleLeave}
        call={call}
        snapshot={snapshot}
        volume={volume}
        nameOf={nameOf}
      />
    </>
  );
}
