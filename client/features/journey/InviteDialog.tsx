import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Dialog } from "#client/ui/Dialog.tsx";
import type { Journey, Review } from "#shared/domain/journey.ts";
import { InviteForm } from "./InviteForm.tsx";
import { InviteList } from "./InviteList.tsx";
import { IssuedInvite } from "./IssuedInvite.tsx";
import type { Issued } from "./IssuedInvite.tsx";

/** Links for one review: make one, see it once with its QR code, end one. */
export function InviteDialog({
  review,
  journey,
  onClose,
}: {
  readonly review: Review;
  readonly journey: Journey;
  readonly onClose: () => void;
}) {
  const [issued, setIssued] = useState<Issued | null>(null);
  const title =
    issued === null ? text("invite.title") : text("invite.titleName", { name: issued.invite.name });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {issued === null ? (
        <>
          <InviteForm review={review} journey={journey} onIssued={setIssued} />
          <InviteList invites={review.invites} />
        </>
      ) : (
        <IssuedInvite issued={issued} onDone={onClose} onAnother={() => setIssued(null)} />
      )}
    </Dialog>
  );
}
