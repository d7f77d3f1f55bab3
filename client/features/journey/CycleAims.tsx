import { text } from "#client/lib/text.ts";
import { KeptAims } from "#client/ui/KeptAims.tsx";
import type { KeptAim } from "#shared/domain/journey.ts";

interface CycleAimsProps {
  readonly aims: readonly KeptAim[];
  readonly practitionerName: string;
}

/** What the practitioner will do more of, where and when, and how it went. Nothing before there are any. */
export function CycleAims({ aims, practitionerName }: CycleAimsProps) {
  if (aims.length === 0) return null;
  const name = text("cycle.aims", { practitioner: practitionerName });
  return (
    <>
      <h3>{name}</h3>
      <KeptAims aims={aims} name={name} />
    </>
  );
}
