import { useState, useSyncExternalStore } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { Waveform } from "#client/features/studio/film/waveform.ts";

/** How much of the film's sound is drawn already, and a way to stop there. */
export function LearningSound({ waveform }: { readonly waveform: Waveform }) {
  const [isStopped, setStopped] = useState(false);
  const percent = useSyncExternalStore(
    (listener) => waveform.onPiece(listener),
    () => Math.floor(waveform.known * 100),
  );
  if (percent >= 100) return null;
  if (isStopped) return <span>{text("studio.soundStopped", { percent })}</span>;
  return (
    <span>
      {text("studio.sound", { percent })}{" "}
      <Button
        kind="quiet"
        onPress={() => {
          waveform.close();
          setStopped(true);
        }}
      >
        {text("studio.soundStop")}
      </Button>
    </span>
  );
}
