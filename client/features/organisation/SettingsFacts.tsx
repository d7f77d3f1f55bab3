import { text } from "#client/lib/text.ts";
import type { Organisation } from "#shared/domain/organisation.ts";
import styles from "./Organisation.module.css";

/** The settings to be read: the contact first, then how long things are kept and why. */
export function SettingsFacts({ kept }: { readonly kept: Organisation }) {
  const facts = [
    [text("organisation.contact"), kept.safeguardingContact || text("organisation.contactNone")],
    [text("organisation.name"), kept.name],
    [text("organisation.clips"), text("organisation.days", { days: kept.clipsKeptDays })],
    [text("organisation.wordsAre"), text("organisation.months", { months: kept.wordsKeptMonths })],
    [text("organisation.why"), kept.keptLongerWhy],
  ];
  return (
    <dl className={styles["facts"]}>
      {facts
        .filter(([, fact]) => fact !== "")
        .map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}
