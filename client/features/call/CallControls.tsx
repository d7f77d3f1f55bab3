import Mic from "lucide-react/icons/mic";
import MicOff from "lucide-react/icons/mic-off";
import Phone from "lucide-react/icons/phone";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import Video from "lucide-react/icons/video";
import VideoOff from "lucide-react/icons/video-off";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import type { Call, OwnPart } from "./call.ts";
import styles from "./CallControls.module.css";
import type { TalkPress } from "./talk-press.ts";

export interface CallControlsProps {
  readonly call: Pick<Call, "setCamera">;
  readonly state: "unavailable" | "left" | "in";
  readonly me: OwnPart;
  readonly talk: TalkPress;
  readonly onJoin: () => void;
  readonly onMore: () => void;
}

/** Microphone, camera and the rest of the call, beside the faces. */
export function CallControls(props: CallControlsProps) {
  const { state, onJoin, onMore } = props;
  return (
    <div role="group" aria-label={text("call.controls")} className={styles["controls"]}>
      {state === "in" && <Devices {...props} />}
      {state === "left" && (
        <Button onStage onPress={onJoin}>
          <Phone size={20} aria-hidden />
          <span className={styles["join"]}>{text("call.join")}</span>
        </Button>
      )}
      <IconButton onStage label={text("call.more")} onPress={onMore}>
        <SlidersHorizontal size={22} />
      </IconButton>
    </div>
  );
}

function Devices({ call, me, talk }: CallControlsProps) {
  const isHeard = me.microphone === "on";
  const isSeen = me.camera === "on";
  return (
    <>
      <IconButton
        onStage
        kind={isHeard ? "quiet" : "plain"}
        label={text(isHeard ? "call.microphone-off" : "call.microphone-on")}
        onPressStart={() => talk.down()}
        onPressEnd={() => talk.up()}
      >
        {isHeard ? <Mic size={22} /> : <MicOff size={22} />}
        {me.isSpeakingUnheard && <span className={styles["hint"]}>{text("call.muted")}</span>}
      </IconButton>
      <IconButton
        onStage
        kind={isSeen ? "quiet" : "plain"}
        label={text(isSeen ? "call.camera-off" : "call.camera-on")}
        onPress={() => call.setCamera(!isSeen)}
      >
        {isSeen ? <Video size={22} /> : <VideoOff size={22} />}
      </IconButton>
    </>
  );
}
