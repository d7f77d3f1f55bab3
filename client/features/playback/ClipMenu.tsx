import Check from "lucide-react/icons/check";
import Ellipsis from "lucide-react/icons/ellipsis";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import type { Selection } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { text } from "#client/lib/text.ts";
import { IconButton } from "#client/ui/IconButton.tsx";
import { playbackRates } from "#shared/playback/timeline.ts";
import styles from "./ClipMenu.module.css";
import type { TransportProps } from "./transport-props.ts";

/** Speed, repeat, looking closely, large video and the list of keys: within reach on a phone too. */
export function ClipMenu(props: TransportProps) {
  const { player, mayCommand, areToolsOpen } = props;
  const large = text(props.isLarge ? "playback.large-off" : "playback.large");
  const tools = text(areToolsOpen ? "playback.tools-hide-long" : "playback.tools-show");
  return (
    <MenuTrigger>
      <IconButton onStage label={text("playback.more")}>
        <Ellipsis size={22} />
      </IconButton>
      <Popover className={styles["popover"] ?? ""} placement="top end">
        <Menu className={styles["menu"] ?? ""}>
          {mayCommand && <SpeedSection {...props} />}
          {mayCommand && <RepeatSection {...props} />}
          {mayCommand && <Deed words={text("playback.again")} onAction={() => player.again()} />}
          <SwitchSection {...props} />
          <Deed words={tools} onAction={() => props.onToolsOpenChange(!areToolsOpen)} />
          <Deed words={large} onAction={() => props.onLargeChange(!props.isLarge)} />
          <Deed words={text("playback.keys")} onAction={props.onShowKeys} />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function SpeedSection({ player, snapshot }: TransportProps) {
  const rate = snapshot.timeline?.rate ?? 1;

  function handleSpeed(keys: Selection) {
    const chosen = playbackRates.find((one) => keys !== "all" && keys.has(String(one)));
    if (chosen !== undefined && chosen !== rate) player.setRate(chosen);
  }

  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[String(rate)]}
      onSelectionChange={handleSpeed}
    >
      <Header className={styles["header"] ?? ""}>{text("playback.speed")}</Header>
      {playbackRates.map((one) => (
        <Choice key={one} id={String(one)} words={text(`playback.speed-${one}`)} />
      ))}
    </MenuSection>
  );
}

function RepeatSection({ player, snapshot }: TransportProps) {
  const repeats = snapshot.timeline?.repeat ?? false;
  return (
    <MenuSection
      aria-label={text("playback.repeat-short")}
      selectionMode="multiple"
      selectedKeys={repeats ? ["repeat"] : []}
      onSelectionChange={() => player.toggleRepeat()}
    >
      <Choice id="repeat" words={text("playback.repeat")} />
    </MenuSection>
  );
}

function SwitchSection({ switches }: TransportProps) {
  const areOn = new Set(switches.filter(({ isOn }) => isOn).map(({ id }) => id));
  return (
    <MenuSection
      aria-label={text("playback.for-me")}
      selectionMode="multiple"
      selectedKeys={areOn}
      onSelectionChange={(keys) => {
        for (const { id, toggle } of switches) {
          if (keys !== "all" && keys.has(id) !== areOn.has(id)) toggle();
        }
      }}
    >
      {switches.map(({ id, words }) => (
        <Choice key={id} id={id} words={words} />
      ))}
    </MenuSection>
  );
}

function Deed({ words, onAction }: { readonly words: string; readonly onAction: () => void }) {
  return (
    <MenuItem className={styles["item"] ?? ""} textValue={words} onAction={onAction}>
      <span className={styles["tick"]} />
      {words}
    </MenuItem>
  );
}

function Choice({ id, words }: { readonly id: string; readonly words: string }) {
  return (
    <MenuItem id={id} className={styles["item"] ?? ""} textValue={words}>
      {({ isSelected }) => (
        <>
          <span className={styles["tick"]}>{isSelected && <Check size={18} aria-hidden />}</span>
          {words}
        </>
      )}
    </MenuItem>
  );
}
