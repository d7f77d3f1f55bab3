import { useEffect } from "react";
import type { ReactNode } from "react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import type { StudioDocument } from "#client/features/studio/studio.ts";
import { useStudio } from "#client/features/studio/use-studio.ts";
import { draftName } from "./draft-words.ts";
import { ClipMakingContext, useNewClipMaking } from "./use-clip-making.ts";

/** Makes and sends the clips of the open film as long as its studio is on screen; stands around all its parts. */
export function ClipMakingProvider({ children }: { readonly children: ReactNode }) {
  const { document } = useStudio();
  const making = useNewClipMaking();
  useEffect(() => announceSteps(document), [document]);
  if (making === null) return null;
  return <ClipMakingContext value={making}>{children}</ClipMakingContext>;
}

/** Says when a clip is made or sent, wherever the guider is by then. Answers a way to stop. */
function announceSteps(document: StudioDocument): () => void {
  let before = document.current().drafts;
  return document.subscribe(() => {
    const { drafts } = document.current();
    for (const draft of drafts) {
      const earlier = before.find(({ draftId }) => draftId === draft.draftId)?.cut.state;
      const { state } = draft.cut;
      if (earlier === undefined || earlier === state || earlier === "sent") continue;
      if (state === "sent" || (state === "cut" && earlier === "cutting")) {
        announce(text(`drafts.said.${state}`, { name: draftName(draft, drafts) }));
      }
    }
    before = drafts;
  });
}
