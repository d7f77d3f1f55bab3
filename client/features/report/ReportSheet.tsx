import { useId } from "react";
import { classNames } from "#client/lib/class-names.ts";
import { text } from "#client/lib/text.ts";
import type { Report } from "#shared/report/report.ts";
import styles from "./Report.module.css";
import { reportHead, reportParts } from "./report-parts.ts";
import type { ReportBlock, ReportPart } from "./report-parts.ts";
import type { StillPicture } from "./still-pictures.ts";

interface ReportSheetProps {
  readonly report: Report;
  readonly pictures: ReadonlyMap<string, StillPicture>;
  /** Not agreed yet: it is read here, and paper says so instead. */
  readonly isDraft?: boolean;
}

/** A report as it is read and printed: real text, headings in their order. */
export function ReportSheet({ report, pictures, isDraft = false }: ReportSheetProps) {
  const { title, sub } = reportHead(report);
  const id = useId();
  return (
    <article
      className={classNames(styles["sheet"], isDraft && styles["draft"])}
      aria-labelledby={id}
    >
      {isDraft && <p className={styles["onPaper"]}>{text("report.draftOnPaper")}</p>}
      <header className={styles["sheetHead"]}>
        <h2 id={id} className={styles["sheetTitle"]}>
          {title}
        </h2>
        <p>{sub}</p>
      </header>
      {reportParts(report).map((part) => (
        <Part key={part.heading} part={part} pictures={pictures} />
      ))}
      <p className={styles["foot"]}>
        {text(report.isSigned ? "report.signed" : "report.unsigned")}
      </p>
    </article>
  );
}

function Part({ part, pictures }: { part: ReportPart } & Pick<ReportSheetProps, "pictures">) {
  const { heading, look, blocks } = part;
  const id = useId();
  return (
    <section className={styles["part"]} aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      {look === "numbered" ? (
        <ol className={styles["numbered"]}>
          {blocks.map((block, n) => (
            <li key={n}>
              {block.title}
              <Lines block={block} />
            </li>
          ))}
        </ol>
      ) : (
        blocks.map((block, n) => <Block key={n} block={block} pictures={pictures} />)
      )}
    </section>
  );
}

function Block({ block, pictures }: { block: ReportBlock } & Pick<ReportSheetProps, "pictures">) {
  const { title, still } = block;
  const picture = still === null ? undefined : pictures.get(still.observationId);
  return (
    <div className={styles["block"]}>
      {title !== "" && <h4 className={styles["blockTitle"]}>{title}</h4>}
      {still !== null && picture !== undefined && (
        <img className={styles["still"]} src={picture.address} alt={still.words} />
      )}
      <Lines block={block} />
    </div>
  );
}

function Lines({ block }: { readonly block: ReportBlock }) {
  return block.lines.map(({ question, words }, n) => (
    <p key={n} className={styles["line"]}>
      {question !== "" && <span className={styles["asked"]}>{question}</span>} {words}
    </p>
  ));
}
