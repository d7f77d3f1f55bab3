import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Clip } from "#shared/domain/clip.ts";
import { rewatchLimits } from "#shared/domain/growth.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { useChange } from "./use-journey.ts";

interface ClipRewatchProps {
  readonly clip: Clip;
  readonly journey: Journey;
}

/** Opens a clip for its practitioner to watch alone until a day, and closes it at once. */
export function ClipRewatch({ clip, journey }: ClipRewatchProps) {
  const { clipId, title } = clip;
  const { journeyId, practitionerName: practitioner } = journey;
  const [isAsking, setAsking] = useState(false);
  const change = useChange();
  const { data } = useQuery({
    queryKey: ["rewatches", journeyId],
    queryFn: () => call("readRewatches", { params: { journeyId } }),
  });
  const known = data?.ok === true ? data.value : [];
  const open = known.find((rewatch) => rewatch.clipId === clipId);
  if (open !== undefined) {
    return (
      <>
        <span>{text("rewatch.isOpen", { practitioner, when: dayWords(open.closesAtMs) })}</span>
        <Button
          kind="quiet"
          aria-label={text("rewatch.closeName", { title, practitioner })}
          isPending={change.isSending}
          onPress={() => void change.make(() => call("closeRewatch", { params: { clipId } }))}
        >
          {text("rewatch.close")}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button
        kind="quiet"
        aria-label={text("rewatch.openName", { title, practitioner })}
        onPress={() => setAsking(true)}
      >
        {text("rewatch.open", { practitioner })}
      </Button>
      {isAsking && (
        <RewatchDialog {...{ clip, journey, change }} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

interface RewatchDialogProps extends ClipRewatchProps {
  readonly change: ReturnType<typeof useChange>;
  readonly onClose: () => void;
}

function RewatchDialog({ clip, journey, change, onClose }: RewatchDialogProps) {
  const { clipId, title } = clip;
  const { practitionerName: practitioner } = journey;
  const [day, setDay] = useState(() => dayField(Date.now() + rewatchLimits.usualMs));
  const closesAtMs = new Date(`${day}T23:59:00`).getTime();

  async function handleOpen() {
    const body = { closesAtMs };
    const answer = await change.make(() => call("openRewatch", { params: { clipId }, body }));
    if (answer.ok) onClose();
  }

  return (
    <Dialog
      title={text("rewatch.dialog", { practitioner })}
      isOpen
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          isPending={change.isSending}
          isDisabled={Number.isNaN(closesAtMs)}
          onPress={() => void handleOpen()}
        >
          {text("rewatch.yes")}
        </Button>
      }
    >
      <p>{text("rewatch.words", { practitioner, title })}</p>
      <TextField
        type="date"
        label={text("rewatch.until")}
        hint={text("rewatch.untilAsk", { days: rewatchLimits.mostDays })}
        value={day}
        onChange={setDay}
      />
      {change.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {change.refusal}
        </Notice>
      )}
    </Dialog>
  );
}

/** The value of a `date` field for an instant, in this device's time zone. */
function dayField(atMs: number): string {
  const date = new Date(atMs);
  return new Date(atMs - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
