import { Link, Redirect } from "wouter";
import { GuiderHome } from "#client/features/journey/GuiderHome.tsx";
import { paths } from "#client/lib/paths.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { Session } from "#shared/protocol/session.ts";
import { GuiderFrame } from "./GuiderFrame.tsx";
import { Unreachable } from "./Unreachable.tsx";

/** The start: a guider's journeys, or a plain hello for everybody else. */
export function HomePage() {
  const { current, refresh } = useSession();
  if (current.state === "loading") return <Loading />;
  if (current.state === "unreachable") return <Unreachable onTryAgain={() => void refresh()} />;
  switch (current.session.kind) {
    case "guider":
      return (
        <GuiderFrame>
          <GuiderHome guiderName={current.session.name} />
        </GuiderFrame>
      );
    case "staff":
      return <Redirect to={paths.organisation} replace />;
    case "guest":
      return <GuestHello {...current.session} />;
    case "none":
      return <Hello session={current.session} />;
  }
}

function GuestHello({
  name,
  ownJourneyId,
}: Pick<Extract<Session, { kind: "guest" }>, "name" | "ownJourneyId">) {
  return (
    <Page title={text("hello.guest", { name })} tabTitle={text("hello.title")}>
      <p>{text("hello.guestLead")}</p>
      <div>
        <Link href={paths.wayIn} className={buttonClasses("primary")}>
          {text("hello.goIn")}
        </Link>
      </div>
      {ownJourneyId !== null && (
        <div>
          <Link href={paths.own} className={buttonClasses("plain")}>
            {text("ownPlace.open")}
          </Link>
        </div>
      )}
    </Page>
  );
}

function Hello({ session }: { readonly session: Extract<Session, { kind: "none" }> }) {
  return (
    <Page title={text("hello.title")}>
      <p>{text("hello.lead")}</p>
      <p>{text("hello.link")}</p>
      {session.setUpDone ? (
        <div>
          <Link href={paths.signIn} className={buttonClasses("plain")}>
            {text("hello.signIn")}
          </Link>
        </div>
      ) : (
        <p>{text("hello.setUpNeeded")}</p>
      )}
    </Page>
  );
}
