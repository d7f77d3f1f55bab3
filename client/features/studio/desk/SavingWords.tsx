import { useEffect, useState } from "react";
import { text } from "#client/lib/text.ts";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import type { SavingState, StudioStore } from "#client/features/studio/film/studio-store.ts";

/** Whether what was made of the film lies on this device. */
export function SavingWords({ store }: { readonly store: StudioStore }) {
  const [state, setState] = useState<SavingState>("saved");
  useEffect(() => store.onSaving(setState), [store]);
  return (
    <StatusChip tone={state === "unsaved" ? "attention" : "good"} isLive>
      {text(state === "unsaved" ? "studio.unsaved" : "studio.saved")}
    </StatusChip>
  );
}
