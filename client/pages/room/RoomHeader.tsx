import type { ReactNode } from "react";
import { Agenda } from "#client/features/agenda/Agenda.tsx";
import { ReminderChoiceField } from "#client/features/agenda/EndReminder.tsx";
import type { ShownReminder } from "#client/features/agenda/use-end-reminder.ts";
import { NextFilmFields } from "#client/features/signing/NextFilmFields.tsx";
import { PlannedDay, PlannedEndFields } from "#client/features/signing/PlannedEndFields.tsx";
import type { PlayerCommands } from "#client/features/playback/player-commands.ts";
import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import { CompanyStatement } from "#client/features/presence/CompanyStatement.tsx";
import type { BoardStatus } from "#client/lib/board-connection.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import { AgendaClips } from "./AgendaClips.tsx";
import { GuiderWays } from "./GuiderWays.tsx";
import { LeaveButton } from "./LeaveButton.tsx";
import { OwnCheckIn } from "./OwnCheckIn.tsx";
import { OwnLook } from "./OwnLook.tsx";
import styles from "./Room.module.css";

export interface RoomHeaderProps {
  readonly room: Room;
  readonly connection: RoomConnection;
  /** The guider's own; null for everybody else. */
  readonly reminder: ShownReminder | null;
  readonly player: PlayerCommands;
  readonly snapshot: PlayerSnapshot;
  /** Whether the last words are kept. */
  readonly save: BoardStatus["save"];
  /** Lets go of the words that wait. */
  readonly onLeave: () => void;
  /** The large video lies over it: nothing in it can be reached. */
  readonly isBehind: boolean;
  /** The chips: how the line is and whether the words are saved. */
  readonly children: ReactNode;
}

/** Which review this is, how it goes, and the way out. */
export function RoomHeader(props: RoomHeaderProps) {
  const { room, connection, reminder, save, onLeave, isBehind, children } = props;
  const mayWrite = room.me.role !== "supervisor";
  const clips = (
    <AgendaClips player={props.player} snapshot={props.snapshot} mayCommand={mayWrite} />
  );
  const title = text(`room.title.${room.kind}`, { child: room.childName });
  return (
    <header inert={isBehind} className={styles["header"]}>
      <div className={styles["titles"]}>
        <h1 className={styles["title"]}>{title}</h1>
        <div className={styles["place"]}>
          <p className={styles["cycle"]}>{text("room.cycle", { number: room.cycleNumber })}</p>
          <Agenda
            room={room}
            connection={connection}
            choices={
              <>
                {reminder && <ReminderChoiceField reminder={reminder} />}
                {room.safeguardingContact !== "" && (
                  <p className={styles["worry"]}>
                    {text("room.worry", { contact: room.safeguardingContact })}
                  </p>
                )}
              </>
            }
            besides={{
              checkIn: <OwnCheckIn room={room} moment="before" />,
              clips,
              thenAndNow: clips,
              nextFilm: (
                <OwnLook title={text("nextFilm.title")}>
                  <NextFilmFields
                    connection={connection}
                    reviewId={room.reviewId}
                    mayWrite={mayWrite}
                  />
                </OwnLook>
              ),
              closingCheckIn: <OwnCheckIn room={room} moment="after" />,
              keep: (
                <OwnLook title={text("agenda.step.keep")}>
                  <PlannedEndFields
                    connection={connection}
                    practitionerName={room.practitionerName}
                    mayWrite={mayWrite}
                  />
                </OwnLook>
              ),
              deletion: (
                <div className={styles["agendaDay"]}>
                  <PlannedDay connection={connection} />
                </div>
              ),
              followUp: <OwnCheckIn room={room} moment="followUp" />,
            }}
          />
        </div>
      </div>
      <div className={styles["chips"]}>{children}</div>
      <div className={styles["ways"]}>
        {room.me.role === "guider" ? (
          <GuiderWays room={room} connection={connection} />
        ) : (
          <>
            <MyCompany connection={connection} me={room.me.participantId} />
            <LeaveButton connection={connection} save={save} onLeave={onLeave} />
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
