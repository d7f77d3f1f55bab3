import { useEffect, useRef, useState } from "react";
import type { CallRefusal } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { purposeSchema, purposesToReview } from "#shared/domain/people.ts";
import type { Purpose } from "#shared/domain/people.ts";
import type { HeldOfPerson } from "#shared/protocol/held-routes.ts";
import styles from "./Held.module.css";
import { statusWords } from "./held-facts.ts";
import { Section } from "./HeldSections.tsx";

interface HeldPermissionsProps {
  readonly person: HeldOfPerson;
  /** Whether the reader is this person. */
  readonly isOwn: boolean;
  /** Takes a permission back; why it could not, or null when it is in force. */
  readonly onWithdraw: (personId: string, purpose: Purpose) => Promise<CallRefusal | null>;
}

/** What was said for each purpose and when; what was agreed to can be taken back with one question asked. */
export function HeldPermissions({ person, isOwn, onWithdraw }: HeldPermissionsProps) {
  const [asked, setAsked] = useState<Purpose | null>(null);
  const [taken, setTaken] = useState<Purpose | null>(null);
  const { name } = person;

  return (
    <Section title={isOwn ? text("held.permissions") : text("held.permissionsOf", { name })}>
      <p>{text("held.permissionsLead")}</p>
      {taken !== null && (
        <Taken key={taken} purpose={taken}>
          {takenWords(taken, name, isOwn)}
        </Taken>
      )}
      <ul className={styles["permissions"]}>
        {purposeSchema.options.map((purpose) => (
          <li key={purpose} className={styles["permission"]}>
            <div className={styles["said"]}>
              <p className={styles["purpose"]}>{text(`people.purpose.${purpose}`)}</p>
              <p className={styles["status"]}>{statusWords(person, purpose)}</p>
            </div>
            {person.permissions[purpose] === "given" && (
              <Button
                aria-label={text("held.takeName", { purpose: text(`people.purpose.${purpose}`) })}
                onPress={() => setAsked(purpose)}
              >
                {text("held.take")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && (
        <AskOnce
          purpose={asked}
          words={askWords(asked, name, isOwn)}
          onClose={() => setAsked(null)}
          onTake={async () => {
            const refusal = await onWithdraw(person.personId, asked);
            if (refusal !== null) return refusal;
            setTaken(asked);
            setAsked(null);
            return null;
          }}
        />
      )}
    </Section>
  );
}

/** What has happened; it takes the focus, for the button that was pressed is gone. */
function Taken({ purpose, children }: { readonly purpose: Purpose; readonly children: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1}>
      <Notice
        tone="good"
        isAnnounced
        title={text("held.taken", { purpose: text(`people.purpose.${purpose}`) })}
      >
        {children}
      </Notice>
    </div>
  );
}

interface AskOnceProps {
  readonly purpose: Purpose;
  readonly words: string;
  readonly onClose: () => void;
  readonly onTake: () => Promise<CallRefusal | null>;
}

function AskOnce({ purpose, words, onClose, onTake }: AskOnceProps) {
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");

  async function handleTake() {
    setSending(true);
    const reason = await onTake();
    if (reason === null) return;
    setSending(false);
    setRefusal(reason === "not-found" ? text("held.closedWords") : refusalWords({ reason }));
  }

  return (
    <Dialog
      title={text("held.askTitle")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text("held.keep")}</Button>
          <Button kind="primary" isPending={isSending} onPress={() => void handleTake()}>
            {text("held.take")}
          </Button>
        </>
      }
    >
      <p className={styles["purpose"]}>{text(`people.purpose.${purpose}`)}</p>
      <p>{words}</p>
      <p>{text("held.askFree")}</p>
      {refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {refusal}
        </Notice>
      )}
    </Dialog>
  );
}

/** Whether clips cannot be shown without it. */
const stopsClips = (purpose: Purpose) => purposesToReview.some((needed) => needed === purpose);

function askWords(purpose: Purpose, name: string, isOwn: boolean): string {
  if (!stopsClips(purpose)) return text("held.askOther");
  return isOwn ? text("held.askStopsYou") : text("held.askStops", { name });
}

function takenWords(purpose: Purpose, name: string, isOwn: boolean): string {
  if (!stopsClips(purpose)) return text("held.takenOther");
  return isOwn ? text("held.takenStopsYou") : text("held.takenStops", { name });
}
