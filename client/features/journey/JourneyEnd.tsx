import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { endWords } from "#client/lib/end-words.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import { journeyStanding, latestDeletion } from "#shared/domain/journey-state.ts";
import type { Journey } from "#shared/domain/journey.ts";
import type { Organisation } from "#shared/domain/organisation.ts";
import { EndJourneyDialog } from "./EndJourneyDialog.tsx";
import styles from "./Journey.module.css";
import { useChange } from "./use-journey.ts";

/** How the journey ends: what is kept and until when, ending it, and taking it up again. */
export function JourneyEnd({ journey }: { readonly journey: Journey }) {
  const kept = useKeeping();
  return (
    <Card labelledBy="end-title">
      <h2 id="end-title">{text("end.title")}</h2>
      {journey.end !== null && <Agreed end={journey.end} />}
      {journey.end === null && journey.plannedEnd.keeps !== "" && (
        <Said title={text("end.planned")} words={journey.plannedEnd.keeps} />
      )}
      {kept !== null && <EndSection journey={journey} kept={kept} />}
    </Card>
  );
}

/** How long the organisation keeps things; null while on its way. */
function useKeeping(): Organisation | null {
  const query = useQuery({ queryKey: ["organisation"], queryFn: () => call("readOrganisation") });
  return query.data?.ok === true ? query.data.value : null;
}

function Agreed({ end }: { readonly end: NonNullable<Journey["end"]> }) {
  return (
    <>
      <div>
        <StatusChip>{text("end.on", { day: dayWords(end.endedAtMs) })}</StatusChip>
      </div>
      {end.reason !== "" && <Said title={text("end.reason")} words={end.reason} />}
      {end.keeps !== "" && <Said title={text("end.keeps")} words={end.keeps} />}
    </>
  );
}

function Said({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div className={styles["rowWords"]}>
      <h3>{title}</h3>
      <p>{words}</p>
    </div>
  );
}

interface EndSectionProps {
  readonly journey: Journey;
  readonly kept: Pick<Organisation, "clipsKeptDays" | "wordsKeptMonths">;
}

function EndSection({ journey, kept }: EndSectionProps) {
  const { journeyId, end } = journey;
  const change = useChange();
  const nowMs = useNowMs();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  const standing = journeyStanding(journey, nowMs);

  async function handleReopen() {
    const answer = await change.make(() => call("reopenJourney", { params: { journeyId } }));
    setSaid(answer.ok ? text("end.reopened") : "");
  }

  return (
    <>
      {end === null && <p>{text(standing === "inReview" ? "end.inReview" : "end.going")}</p>}
      <p className={styles["quiet"]}>
        {endWords(end, kept.clipsKeptDays, nowMs)}{" "}
        {text("end.words", { months: kept.wordsKeptMonths })}
      </p>
      {change.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {change.refusal}
        </Notice>
      )}
      <div className={styles["rowActions"]}>
        {(standing === "going" || standing === "ended") && (
          <Button onPress={() => setOpen(true)}>
            {text(end === null ? "end.open" : "end.change")}
          </Button>
        )}
        {standing === "ended" && (
          <Button kind="quiet" isPending={change.isSending} onPress={() => void handleReopen()}>
            {text("end.reopen")}
          </Button>
        )}
        <output className={styles["quiet"]}>{said}</output>
      </div>
      {isOpen && (
        <EndJourneyDialog
          journey={journey}
          latest={latestDeletion(journey, kept.clipsKeptDays, nowMs)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
