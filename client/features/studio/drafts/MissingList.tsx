import { Link } from "wouter";
import { paths } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import type { MissingOfDraft } from "#shared/studio/drafts.ts";
import { purposesWords } from "./draft-words.ts";
import styles from "./Drafts.module.css";

/** What is still wanted before a clip can be made or sent, and where a permission is recorded. */
export function MissingList(props: {
  readonly missing: readonly MissingOfDraft[];
  readonly journey: Journey;
}) {
  const { missing, journey } = props;
  return (
    <div className={styles["missing"]}>
      <p>{text("drafts.before")}</p>
      <ul>
        {missing.map((one) => (
          <li key={one.kind === "permission" ? one.name : one.kind}>
            {missingWords(one, journey.childName)}
          </li>
        ))}
      </ul>
      {missing.some(({ kind }) => kind === "permission") && (
        <Link href={paths.journey(journey.journeyId)} className={buttonClasses("plain")}>
          {text("people.title")}
        </Link>
      )}
    </div>
  );
}

function missingWords(one: MissingOfDraft, child: string): string {
  if (one.kind !== "permission") return text(`drafts.missing.${one.kind}`, { child });
  const { name, purposes } = one;
  return text("drafts.missing.permission", { name, purposes: purposesWords(purposes) });
}
