import Check from "lucide-react/icons/check";
import ListChecks from "lucide-react/icons/list-checks";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { announce } from "#client/lib/announce.ts";
import { bringTo } from "#client/lib/room-places.ts";
import type { RoomPlace } from "#client/lib/room-places.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import { Button, buttonClasses } from "#client/ui/Button.tsx";
import { agendaOf } from "#shared/domain/agenda.ts";
import type { AgendaStep } from "#shared/domain/agenda.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import styles from "./Agenda.module.css";
import { placeOfStep } from "./step-places.ts";

/** Something of the page's own, by the step it belongs to. */
export type Besides = Partial<Record<AgendaStep, ReactNode>>;

interface AgendaProps {
  readonly room: Pick<Room, "kind" | "cycleNumber" | "me">;
  readonly connection: RoomConnection;
  /** What can be done at a step, beneath it. */
  readonly besides: Besides;
  /** What somebody chooses for themselves, and whom to turn to, beneath the steps. */
  readonly choices: ReactNode;
}

/** Where the meeting is, folded into one button; opened, its steps. Either may say where, and nothing moves. */
export function Agenda({ room, connection, besides, choices }: AgendaProps) {
  const [isOpen, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const id = useId();
  const steps = agendaOf(room.kind, room.cycleNumber);
  const step = usePlace(connection, room.me.participantId);
  const now = step !== null && steps.includes(step) ? step : null;

  function handleKey(event: KeyboardEvent) {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    buttonRef.current?.focus();
  }

  return (
    // Escape comes up from whatever inside has the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles["agenda"]} onKeyDown={handleKey}>
      <button
        ref={buttonRef}
        type="button"
        className={buttonClasses("quiet")}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <ListChecks className={styles["icon"]} size={20} aria-hidden="true" />
        <span className={styles["label"]}>
          {now === null
            ? text("agenda.title")
            : text("agenda.at", { step: text(`agenda.step.${now}`) })}
        </span>
      </button>
      <section
        id={id}
        hidden={!isOpen}
        className={styles["panel"]}
        aria-label={text("agenda.title")}
      >
        <p className={styles["quiet"]}>{text("agenda.lead")}</p>
        <AgendaSteps
          steps={steps}
          now={now}
          myRole={room.me.role}
          besides={besides}
          onBring={(place) => {
            setOpen(false);
            bringTo(place);
          }}
          onGo={
            room.me.role === "supervisor"
              ? null
              : (to) => void connection.ask("agenda:go", { step: to })
          }
        />
        {choices}
      </section>
    </div>
  );
}

/** Where the meeting is; said aloud when the other has said so. */
function usePlace(connection: RoomConnection, me: string): AgendaStep | null {
  const place = useRoomNews(connection, "agenda:changed");
  const members = useRoomNews(connection, "members:changed");
  const { step = null, by = null } = place ?? {};
  const name = members?.find((member) => member.participantId === by)?.name;
  const saidRef = useRef(place);
  useEffect(() => {
    const isNews = saidRef.current !== null && saidRef.current !== place;
    saidRef.current = place;
    if (!isNews || step === null || by === me || name === undefined) return;
    announce(text("agenda.said", { name, step: text(`agenda.step.${step}`) }));
  }, [place, step, by, me, name]);
  return step;
}

interface AgendaStepsProps {
  readonly steps: readonly AgendaStep[];
  readonly now: AgendaStep | null;
  readonly myRole: Room["me"]["role"];
  readonly besides: Besides;
  /** Brings whoever pressed to where a step is done, and nobody else. */
  readonly onBring: (place: RoomPlace) => void;
  /** Null for whoever only watches. */
  readonly onGo: ((step: AgendaStep) => void) | null;
}

/** The steps in their order, each with one plain sentence. */
export function AgendaSteps({ steps, now, myRole, besides, onBring, onGo }: AgendaStepsProps) {
  return (
    <ol className={styles["steps"]} aria-label={text("agenda.name")}>
      {steps.map((step) => (
        <li key={step} aria-current={step === now ? "step" : undefined} className={styles["step"]}>
          <button
            type="button"
            className={styles["go"]}
            aria-label={text("agenda.go", { step: text(`agenda.step.${step}`) })}
            aria-pressed={step === now}
            disabled={onGo === null}
            onClick={() => onGo?.(step)}
          >
            <span className={styles["name"]}>{text(`agenda.step.${step}`)}</span>
            <span className={styles["words"]}>{text(`agenda.step.${step}Words`)}</span>
            {step === now && (
              <span className={styles["now"]}>
                <Check size={16} aria-hidden="true" />
                {text("agenda.here")}
              </span>
            )}
          </button>
          <BringMe step={step} place={placeOfStep(step, myRole)} onBring={onBring} />
          {besides[step]}
        </li>
      ))}
    </ol>
  );
}

interface BringMeProps {
  readonly step: AgendaStep;
  readonly place: RoomPlace | null;
  readonly onBring: (place: RoomPlace) => void;
}

function BringMe({ step, place, onBring }: BringMeProps) {
  if (place === null) return null;
  const name = text("agenda.bringTo", { step: text(`agenda.step.${step}`) });
  return (
    <Button kind="quiet" aria-label={name} onPress={() => onBring(place)}>
      {text("agenda.bring")}
    </Button>
  );
}
