import type { Clip } from "#shared/domain/clip.ts";
import type { Cycle, Journey } from "#shared/domain/journey.ts";
import { assertNever } from "#shared/lib/result.ts";
import { AddClipDialog } from "./AddClipDialog.tsx";
import type { ClipDeed } from "./ClipRow.tsx";
import { EditClipDialog } from "./EditClipDialog.tsx";
import { PreparationDialog } from "./PreparationDialog.tsx";
import { RemoveClipDialog } from "./RemoveClipDialog.tsx";

/** What is being done with which clip; without one it is being added. */
export type OpenedClip =
  | { readonly kind: "add"; readonly clip: Clip | null }
  | { readonly kind: Exclude<ClipDeed, "add">; readonly clip: Clip };

/** The one dialog that is open over a cycle's clips. */
export function ClipDialog(props: {
  readonly opened: OpenedClip;
  readonly cycle: Cycle;
  readonly journey: Journey;
  readonly onClose: () => void;
}) {
  const { opened, cycle, journey, onClose } = props;
  switch (opened.kind) {
    case "add":
      return (
        <AddClipDialog
          cycleId={cycle.cycleId}
          journey={journey}
          begun={opened.clip}
          onClose={onClose}
        />
      );
    case "edit":
      return <EditClipDialog clip={opened.clip} journey={journey} onClose={onClose} />;
    case "prepare":
      return (
        <PreparationDialog
          clip={opened.clip}
          practitionerName={journey.practitionerName}
          onClose={onClose}
        />
      );
    case "remove":
      return <RemoveClipDialog clip={opened.clip} onClose={onClose} />;
    default:
      return assertNever(opened);
  }
}
