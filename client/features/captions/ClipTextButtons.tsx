import Captions from "lucide-react/icons/captions";
import MessageSquareText from "lucide-react/icons/message-square-text";
import type { OwnSwitch } from "#client/lib/own-switch.ts";
import { IconButton } from "#client/ui/IconButton.tsx";
import styles from "./ClipText.module.css";

/** Captions and descriptions, each for oneself alone; on a phone they are in the menu. */
export function ClipTextButtons({ switches }: { readonly switches: readonly OwnSwitch[] }) {
  return (
    <span className={styles["buttons"]}>
      {switches.map(({ id, words, isOn, toggle }) => (
        <IconButton key={id} onStage label={words} aria-pressed={isOn} onPress={toggle}>
          {id === "captions" ? <Captions size={22} /> : <MessageSquareText size={20} />}
        </IconButton>
      ))}
    </span>
  );
}
