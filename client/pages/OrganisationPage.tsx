import { OrganisationView } from "#client/features/organisation/OrganisationView.tsx";
import { useSession } from "#client/lib/session.tsx";
import { accountRoleSchema } from "#shared/domain/organisation.ts";
import { GuiderFrame } from "./GuiderFrame.tsx";

/** The organisation's settings and who signs in, for everybody who does. */
export function OrganisationPage() {
  return (
    <GuiderFrame openTo={accountRoleSchema.options}>
      <OwnOrganisation />
    </GuiderFrame>
  );
}

function OwnOrganisation() {
  const { current } = useSession();
  if (current.state !== "known") return null;
  const { session } = current;
  if (session.kind !== "guider" && session.kind !== "staff") return null;
  const role = session.kind === "guider" ? "guider" : session.role;
  return <OrganisationView key={session.accountId} accountId={session.accountId} role={role} />;
}
