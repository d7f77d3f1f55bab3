import ArrowRightFromLine from "lucide-react/icons/arrow-right-from-line";
import ArrowRightToLine from "lucide-react/icons/arrow-right-to-line";
import CircleDot from "lucide-react/icons/circle-dot";
import Eye from "lucide-react/icons/eye";
import Scan from "lucide-react/icons/scan";
import ScanSearch from "lucide-react/icons/scan-search";
import X from "lucide-react/icons/x";
import ZoomIn from "lucide-react/icons/zoom-in";
import ZoomOut from "lucide-react/icons/zoom-out";
import type { ReactNode } from "react";
import { text } from "#client/lib/text.ts";
import { IconButton } from "#client/ui/IconButton.tsx";
import { wholeView, zoomView } from "#shared/playback/view.ts";
import type { View } from "#shared/playback/view.ts";
import { zoomStep } from "./look-keys.ts";
import styles from "./LookTools.module.css";
import type { PlayerCommands } from "./player-commands.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";

/** What the tools need, and whether they are out. */
export interface LookToolsProps {
  readonly player: PlayerCommands;
  readonly snapshot: PlayerSnapshot;
  readonly mayCommand: boolean;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly isPointing: boolean;
  readonly onPointingChange: (isPointing: boolean) => void;
}

/** The quiet row for looking closely. Put away, only what is in use stays in sight. */
export function LookTools(props: LookToolsProps) {
  const { player, snapshot, mayCommand, isOpen, isPointing } = props;
  const mayMove = mayCommand || snapshot.isOnOwn;
  const mayPoint = mayCommand && !snapshot.isOnOwn;
  return (
    <div
      role="group"
      aria-label={text("playback.tools")}
      className={styles["tools"]}
      data-beside-loop={isBesideLoop(snapshot)}
    >
      {mayMove && isOpen && <LoopTools player={player} />}
      {mayMove && <ZoomTools player={player} view={snapshot.view} isOpen={isOpen} />}
      {mayPoint && (isOpen || isPointing) && (
        <Tool
          label={text("playback.point")}
          isOn={isPointing}
          onPress={() => props.onPointingChange(!isPointing)}
        >
          <CircleDot size={20} />
        </Tool>
      )}
      {isOpen && !snapshot.isOnOwn && (
        <Tool
          label={text("playback.own-look")}
          caption={text("playback.own-look-short")}
          onPress={() => player.lookOnMyOwn()}
        >
          <Eye size={20} />
        </Tool>
      )}
      <OpenTool isOpen={isOpen} onOpenChange={props.onOpenChange} />
    </div>
  );
}

function isBesideLoop({ timeline, loopFrom }: PlayerSnapshot): boolean {
  return loopFrom !== null || (timeline?.loop ?? null) !== null;
}

function LoopTools({ player }: Pick<LookToolsProps, "player">) {
  return (
    <>
      <Tool
        label={text("playback.loop-from")}
        caption={text("playback.loop-from-short")}
        onPress={() => player.loopFromHere()}
      >
        <ArrowRightFromLine size={20} />
      </Tool>
      <Tool
        label={text("playback.loop-to")}
        caption={text("playback.loop-to-short")}
        onPress={() => player.loopToHere()}
      >
        <ArrowRightToLine size={20} />
      </Tool>
    </>
  );
}

interface ZoomToolsProps {
  readonly player: PlayerCommands;
  readonly view: View;
  readonly isOpen: boolean;
}

function ZoomTools({ player, view, isOpen }: ZoomToolsProps) {
  const zoom = (factor: number) => player.setView(zoomView(view, factor));
  return (
    <>
      {isOpen && (
        <>
          <Tool label={text("playback.closer")} onPress={() => zoom(zoomStep)}>
            <ZoomIn size={20} />
          </Tool>
          <Tool label={text("playback.further")} onPress={() => zoom(1 / zoomStep)}>
            <ZoomOut size={20} />
          </Tool>
        </>
      )}
      {(isOpen || view.zoom > 1) && (
        <Tool
          label={text("playback.whole")}
          caption={text("playback.whole-short")}
          onPress={() => player.setView(wholeView)}
        >
          <Scan size={20} />
        </Tool>
      )}
    </>
  );
}

function OpenTool({ isOpen, onOpenChange }: Pick<LookToolsProps, "isOpen" | "onOpenChange">) {
  const label = text(isOpen ? "playback.tools-hide" : "playback.tools-show");
  return (
    <span className={styles["open"]} data-open={isOpen}>
      <Tool label={label} onPress={() => onOpenChange(!isOpen)}>
        {isOpen ? <X size={20} /> : <ScanSearch size={20} />}
      </Tool>
    </span>
  );
}

interface ToolProps {
  /** The button's whole name; the caption under the icon is a part of it. */
  readonly label: string;
  readonly caption?: string;
  /** For what stays on until it is pressed again. */
  readonly isOn?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Tool({ label, caption = label, isOn, onPress, children }: ToolProps) {
  return (
    <IconButton
      onStage
      label={label}
      onPress={onPress}
      {...(isOn === undefined ? {} : { "aria-pressed": isOn })}
    >
      <span className={styles["tool"]}>
        {children}
        <span className={styles["caption"]}>{caption}</span>
      </span>
    </IconButton>
  );
}
