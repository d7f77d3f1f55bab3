import { useId, useState } from "react";
import { call } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { summaryAddress } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { CopyLink } from "#client/ui/CopyLink.tsx";
import { Form } from "#client/ui/Form.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { OwnSummary, SummaryLink } from "#shared/protocol/summary-routes.ts";
import { summaryLimits } from "#shared/report/summary.ts";
import styles from "./Summary.module.css";

interface ShareProps {
  readonly journeyId: string;
  readonly own: OwnSummary;
  readonly reload: () => void;
}

const dayMs = 86_400_000;

/** Links to the summary: one for each reader, each with its end, to be closed at any time. */
export function Share({ journeyId, own, reload }: ShareProps) {
  const [forWhom, setForWhom] = useState("");
  const [until, setUntil] = useState(() => dayAfter(summaryLimits.linkDays));
  const [made, setMade] = useState<{ name: string; address: string } | null>(null);
  const [refusal, setRefusal] = useState("");
  const [said, setSaid] = useState("");
  const id = useId();
  const params = { journeyId };

  async function handleMake() {
    const closesAtMs = new Date(`${until}T23:59:59`).getTime();
    if (!isAllowedEnd(closesAtMs)) return setRefusal(text("summary.untilWrong"));
    const body = { forWhom: forWhom.trim(), closesAtMs };
    const answer = await call("shareSummary", { params, body });
    setRefusal(answer.ok ? "" : refusalWords(answer));
    if (!answer.ok) return;
    const { link, secret } = answer.value;
    setMade({ name: link.forWhom, address: summaryAddress(window.location.origin, secret) });
    setForWhom("");
    reload();
  }

  async function handleClose({ linkId, forWhom: name }: SummaryLink) {
    const answer = await call("closeSummaryLink", { params, body: { linkId } });
    setSaid(answer.ok ? text("summary.closed", { name }) : refusalWords(answer));
    setMade(null);
    reload();
  }

  return (
    <section className={styles["part"]} aria-labelledby={id}>
      <h2 id={id}>{text("summary.share")}</h2>
      <p>{text("summary.shareIntro")}</p>
      <Form onSubmit={() => void handleMake()} refusal={refusal}>
        <TextField
          label={text("summary.forWhom")}
          hint={text("summary.forWhomHint")}
          maxLength={60}
          value={forWhom}
          onChange={setForWhom}
        />
        <TextField label={text("summary.until")} type="date" value={until} onChange={setUntil} />
        <div>
          <Button
            type="submit"
            kind="primary"
            isDisabled={forWhom.trim() === "" || own.summary.lines.length === 0}
          >
            {text("summary.makeLink")}
          </Button>
        </div>
      </Form>
      {made !== null && (
        <Notice tone="good" title={text("summary.linkMade", { name: made.name })} isAnnounced>
          <CopyLink key={made.address} link={made.address} />
        </Notice>
      )}
      {own.links.length > 0 && (
        <>
          <h3>{text("summary.links")}</h3>
          <ul className={styles["lines"]}>
            {own.links.map((link) => (
              <li key={link.linkId} className={styles["link"]}>
                <span>
                  {text("summary.linkFor", {
                    name: link.forWhom,
                    day: dayWords(link.closesAtMs),
                  })}
                </span>
                {link.isClosed ? (
                  <StatusChip>{text("summary.linkClosed")}</StatusChip>
                ) : (
                  <Button
                    kind="destructive"
                    aria-label={text("summary.closeLinkNamed", { name: link.forWhom })}
                    onPress={() => void handleClose(link)}
                  >
                    {text("summary.closeLink")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <output>{said}</output>
    </section>
  );
}

/** `YYYY-MM-DD` so many days from now, in this device's time zone. */
function dayAfter(days: number): string {
  const day = new Date(Date.now() + days * dayMs);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function isAllowedEnd(closesAtMs: number): boolean {
  const aheadMs = closesAtMs - Date.now();
  return aheadMs > 0 && aheadMs <= summaryLimits.linkDaysAtMost * dayMs;
}
