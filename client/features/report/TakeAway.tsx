import { useId, useState } from "react";
import type { Answered } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { saveFile } from "#client/lib/save-file.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { writeCsv } from "#shared/report/csv.ts";
import type { AgreedReport } from "#shared/protocol/report-routes.ts";
import styles from "./Report.module.css";
import { elanFiles } from "./elan-files.ts";
import { reportRows } from "./report-parts.ts";
import type { StillPicture } from "./still-pictures.ts";
import { wordFile } from "./word-file.ts";

interface TakeAwayProps {
  /** Asks for it again at each press, for an agreement can be taken back. */
  readonly fetchAgreed: () => Promise<Answered<AgreedReport>>;
  readonly pictures: ReadonlyMap<string, StillPicture>;
}

/** How files are made of a report: their ending and their contents; ELAN has one for each clip. */
const files = {
  word: ["docx", async ({ report }, pictures) => [await wordFile(report, pictures)]],
  csv: ["csv", ({ report }) => [textFile("text/csv", writeCsv(reportRows(report)))]],
  json: [
    "json",
    (agreed) => [textFile("application/json", `${JSON.stringify(agreed, null, 2)}\n`)],
  ],
  elan: [
    "eaf",
    ({ report }) => elanFiles(report, Date.now()).map((file) => textFile("text/xml", file)),
  ],
} as const satisfies Record<
  string,
  readonly [
    ending: string,
    make: (agreed: AgreedReport, pictures: TakeAwayProps["pictures"]) => Blob[] | Promise<Blob[]>,
  ]
>;
const kinds = ["word", "csv", "json", "elan"] as const satisfies (keyof typeof files)[];

const textFile = (type: string, content: string) =>
  new Blob([content], { type: `${type};charset=utf-8` });

/** A report that was agreed to, on paper or as a file. */
export function TakeAway({ fetchAgreed, pictures }: TakeAwayProps) {
  const [said, setSaid] = useState("");
  const id = useId();

  async function handleSave(kind: keyof typeof files) {
    setSaid("");
    const agreed = await fetchAgreed();
    if (!agreed.ok) return setSaid(refusalWords(agreed));
    const [ending, make] = files[kind];
    const name = text("report.fileName", { cycle: agreed.value.report.cycleNumber });
    const made = await make(agreed.value, pictures);
    made.forEach((file, n) =>
      saveFile(`${made.length > 1 ? `${name}-clip-${n + 1}` : name}.${ending}`, file),
    );
    setSaid(text("report.saved"));
  }

  return (
    <section className={styles["side"]} aria-labelledby={id}>
      <h2 id={id}>{text("report.take")}</h2>
      <div className={styles["buttons"]}>
        <Button kind="primary" onPress={() => window.print()}>
          {text("report.print")}
        </Button>
        {kinds.map((kind) => (
          <Button key={kind} onPress={() => void handleSave(kind)}>
            {text(`report.${kind}`)}
          </Button>
        ))}
      </div>
      <p className={styles["quiet"]}>{text("report.noVideo")}</p>
      <output>{said}</output>
    </section>
  );
}
