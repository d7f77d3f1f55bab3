import { useState } from "react";
import type { ReactNode } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";

interface OwnLookProps {
  /** What is looked at; the children name it too. */
  readonly title: string;
  readonly children: ReactNode;
}

/** Something of the ending, opened beforehand by one person on their own screen. */
export function OwnLook({ title, children }: OwnLookProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="quiet"
        aria-label={text("agenda.bringTo", { step: title })}
        onPress={() => setOpen(true)}
      >
        {text("agenda.bring")}
      </Button>
      {isOpen && (
        <Dialog title={text("agenda.ownLook")} isOpen onClose={() => setOpen(false)}>
          {children}
        </Dialog>
      )}
    </>
  );
}
