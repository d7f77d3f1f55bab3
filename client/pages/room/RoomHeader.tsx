import { useState } from "react";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { CompanyStatement } from "#client/features/presence/CompanyStatement.tsx";
import { call } from "#client/lib/api.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Room } from "#shared/protocol/http-api.ts";
import styles from "./Room.module.css";

export interface RoomHeaderProps {
  readonly room: Room;
  readonly connection: RoomConnection;
  /** The chips: how the line is and whether the words are saved. */
  readonly children: ReactNode;
}

/** Which review this is, how it goes, and the way out. */
export function RoomHeader({ room, connection, children }: RoomHeaderProps) {
  const title = text("room.title", { child: room.childName });
  return (
    <header className={styles["header"]}>
      <div className={styles["titles"]}>
        <h1 className={styles["title"]}>{title}</h1>
        <p className={styles["cycle"]}>{text("room.cycle", { number: room.cycleNumber })}</p>
      </div>
      <div className={styles["chips"]}>{children}</div>
      <div className={styles["ways"]}>
        {room.me.role === "guider" ? (
          <GuiderWays room={room} connection={connection} />
        ) : (
          <>
            <MyCompany connection={connection} me={room.me.participantId} />
            <LeaveButton connection={connection} />
          </>
        )}
      </div>
    </header>
  );
}

/** What I said about who sits with me; the other side always sees it. */
function MyCompany({
  connection,
  me,
}: {
  readonly connection: RoomConnection;
  readonly me: string;
}) {
  const members = useRoomNews(connection, "members:changed") ?? [];
  const mine = members.find((member) => member.participantId === me)?.company;
  if (mine === undefined || mine === null) return null;
  return (
    <CompanyStatement
      company={mine}
      onSay={(company) => void connection.ask("company:say", { company })}
    />
  );
}

function LeaveButton({ connection }: Pick<RoomHeaderProps, "connection">) {
  const [, navigate] = useLocation();
  return (
    <Button
      onPress={() => {
        connection.close();
        navigate(paths.left);
      }}
    >
      {text("room.leave")}
    </Button>
  );
}

function GuiderWays({ room, connection }: Pick<RoomHeaderProps, "room" | "connection">) {
  const [, navigate] = useLocation();
  const [isFinishing, setFinishing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const welcome = useRoomNews(connection, "room:welcomed");
  const change = useRoomNews(connection, "lock:changed");
  const isLocked = (change ?? welcome)?.locked ?? false;
  const params = { reviewId: room.reviewId };

  async function setLocked(next: boolean): Promise<void> {
    const answer = await call("lockReview", { params, body: { locked: next } });
    setRefusal(answer.ok ? null : refusalWords(answer));
  }
  async function finish(): Promise<void> {
    const answer = await call("endReview", { params });
    setRefusal(answer.ok ? null : refusalWords(answer));
    if (answer.ok) setFinishing(false);
  }

  return (
    <>
      {room.journeyId !== null && (
        <Button kind="quiet" onPress={() => navigate(paths.journey(room.journeyId ?? ""))}>
          {text("room.journey")}
        </Button>
      )}
      <Button kind="quiet" onPress={() => void setLocked(!isLocked)}>
        {text(isLocked ? "room.unlock" : "room.lock")}
      </Button>
      <Button onPress={() => setFinishing(true)}>{text("room.finish")}</Button>
      <Dialog
        title={text("room.finish")}
        isOpen={isFinishing}
        onClose={() => setFinishing(false)}
        actions={
          <>
            <Button onPress={() => setFinishing(false)}>{text("room.stay")}</Button>
            <Button kind="primary" onPress={() => void finish()}>
              {text("room.keepAndFinish")}
            </Button>
          </>
        }
      >
        <p>{text("room.finishWords")}</p>
        {refusal !== null && <Notice tone="attention">{refusal}</Notice>}
      </Dialog>
    </>
  );
}
