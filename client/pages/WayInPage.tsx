import { useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { closedTitle, DoorClosed } from "#client/features/joining/DoorClosed.tsx";
import type { ClosedDoor } from "#client/features/joining/DoorClosed.tsx";
import { useLobby } from "#client/features/joining/use-lobby.ts";
import type { Lobby } from "#client/features/joining/use-lobby.ts";
import { useWayIn } from "#client/features/joining/use-way-in.ts";
import { WaitingAtDoor } from "#client/features/joining/WaitingAtDoor.tsx";
import { WayInHello } from "#client/features/joining/WayInHello.tsx";
import { announce } from "#client/lib/announce.ts";
import { call } from "#client/lib/api.ts";
import { forgetAllUnsent } from "#client/lib/board-unsent.ts";
import type { CallRefusal } from "#client/lib/api.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button, buttonClasses } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { KnockState } from "#shared/protocol/door-events.ts";
import type { WayIn } from "#shared/protocol/http-api.ts";

/** A guest's one page before the room: open the link, say who is here, ask to come in, wait. */
export function WayInPage() {
  const { current, reload } = useWayIn();
  switch (current.state) {
    case "opening":
      return <Loading />;
    case "incomplete":
      return (
        <Page title={text("wayIn.missing")}>
          <p>{text("wayIn.missingWords")}</p>
        </Page>
      );
    case "refused":
      return <WayInRefused reason={current.reason} onTryAgain={reload} />;
    case "known":
      return <AtTheDoor key={current.wayIn.reviewId} wayIn={current.wayIn} onReload={reload} />;
  }
}

function AtTheDoor({ wayIn, onReload }: { readonly wayIn: WayIn; readonly onReload: () => void }) {
  const isAdmitted = wayIn.when === "open" && wayIn.seat === "admitted";
  const lobby = useLobby(wayIn.when === "open" && !isAdmitted, onReload);
  const nowMs = useNowMs();
  const { knock } = lobby;
  const letInTo = isAdmitted ? wayIn.reviewId : knock.state === "let-in" ? knock.reviewId : null;
  useGoIn(letInTo);
  useWaitingSaid(knock);

  if (letInTo !== null) return <Loading words={text("waiting.letIn")} />;
  const door = closedDoor(wayIn, knock);
  if (door !== null) {
    return (
      <Page key={door} title={closedTitle(door, wayIn)} tabTitle={text("wayIn.title")}>
        <DoorClosed door={door} wayIn={wayIn} nowMs={nowMs} onTryAgain={onReload} />
      </Page>
    );
  }
  if (knock.state === "waiting") {
    const title = knock.guiderIsHere ? "waiting.title" : "waiting.alone";
    const guider = wayIn.guiderName;
    return (
      <Page key="waiting" title={text(title, { guider })} tabTitle={text("wayIn.title")}>
        <WaitingAtDoor
          guiderName={guider}
          knock={knock}
          company={lobby.wish}
          isConnected={lobby.isConnected}
          onCancel={lobby.cancel}
        />
      </Page>
    );
  }
  return <BeforeAsking wayIn={wayIn} lobby={lobby} />;
}

function BeforeAsking({ wayIn, lobby }: { readonly wayIn: WayIn; readonly lobby: Lobby }) {
  const guider = wayIn.guiderName;
  const title = text("wayIn.hello", { name: wayIn.guestName });
  return (
    <Page key="hello" title={title} tabTitle={text("wayIn.title")}>
      {lobby.knock.state === "not-now" && (
        <Notice isAnnounced title={text("waiting.notNow", { guider })}>
          {text("waiting.notNowWords", { guider })}
        </Notice>
      )}
      {lobby.refusal !== null && (
        <Notice tone="attention" isAnnounced>
          {refusalWords({ reason: lobby.refusal })}
        </Notice>
      )}
      {lobby.wish !== null && !lobby.isConnected && (
        <Notice tone="attention" isAnnounced>
          {text("waiting.lost")}
        </Notice>
      )}
      <WayInHello wayIn={wayIn} onAsk={lobby.ask} />
    </Page>
  );
}

function closedDoor(wayIn: WayIn, knock: KnockState): ClosedDoor | null {
  if (wayIn.when !== "open") return wayIn.when;
  if (knock.state !== "closed") return null;
  const doors = {
    "link-early": "early",
    "link-ended": "revoked",
    "review-ended": "ended",
    "room-locked": "locked",
    "supervisor-not-agreed": "notAgreed",
  } as const;
  return doors[knock.reason];
}

/** Goes into the room within the same page, so that the press that unlocked the sound still counts. */
function useGoIn(reviewId: string | null): void {
  const [, navigate] = useLocation();
  const { refresh } = useSession();
  useEffect(() => {
    if (reviewId === null) return;
    void refresh().then(() => navigate(paths.room(reviewId), { replace: true }));
  }, [reviewId, navigate, refresh]);
}

function useWaitingSaid(knock: KnockState): void {
  const [first, second] = knock.state === "waiting" ? knock.code : ["", ""];
  const saidRef = useRef("");
  useEffect(() => {
    if (first === "" || saidRef.current === `${first} ${second}`) return;
    saidRef.current = `${first} ${second}`;
    announce(text("waiting.announced", { first, second }));
  }, [first, second]);
}

function WayInRefused({
  reason,
  onTryAgain,
}: {
  readonly reason: CallRefusal;
  readonly onTryAgain: () => void;
}) {
  const { refresh } = useSession();
  if (reason === "signed-in-as-guider") {
    const handleSignOut = async () => {
      await call("endSession", { body: { sharedComputer: false } });
      forgetAllUnsent();
      await refresh();
      onTryAgain();
    };
    return (
      <Page title={text("wayIn.guiderTitle")}>
        <p>{text("wayIn.guiderWords")}</p>
        <Link href={paths.home} className={buttonClasses("primary")}>
          {text("wayIn.goToJourneys")}
        </Link>
        <Button onPress={() => void handleSignOut()}>{text("wayIn.signOut")}</Button>
      </Page>
    );
  }
  const canTryAgain =
    reason === "offline" || reason === "too-many-requests" || reason === "server-error";
  return (
    <Page title={text(canTryAgain ? "shell.unreachable" : "wayIn.unknown")}>
      <p>{canTryAgain ? refusalWords({ reason }) : text("wayIn.unknownWords")}</p>
      {canTryAgain && (
        <div>
          <Button onPress={onTryAgain}>{text("shell.tryAgain")}</Button>
        </div>
      )}
    </Page>
  );
}
