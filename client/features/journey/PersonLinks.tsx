import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Person } from "#shared/domain/people.ts";
import type { PersonLink } from "#shared/protocol/people-routes.ts";
import { PersonLinkDialog } from "./PersonLinkDialog.tsx";
import styles from "./PersonPermissions.module.css";
import { useChange } from "./use-journey.ts";

interface PersonLinksProps {
  readonly person: Person;
  /** The links this person was ever given, the newest first. */
  readonly links: readonly PersonLink[];
}

/** The links by which somebody reads what is kept: make one, see which are open, end one. */
export function PersonLinks({ person: { personId, name }, links }: PersonLinksProps) {
  const [isMaking, setMaking] = useState(false);
  const change = useChange();
  return (
    <section className={styles["links"]} aria-label={text("link.title")}>
      <p className={styles["linksTitle"]}>{text("link.title")}</p>
      <p className={styles["hint"]}>{text("link.lead", { name })}</p>
      {change.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {change.refusal}
        </Notice>
      )}
      <ul>
        {links.map(({ linkId, closesAtMs, isClosed }) => (
          <li key={linkId} className={styles["link"]}>
            {isClosed ? text("link.ended") : text("link.openUntil", { day: dayWords(closesAtMs) })}
            {!isClosed && (
              <Button
                kind="destructive"
                aria-label={text("link.endName", { name, day: dayWords(closesAtMs) })}
                onPress={() =>
                  void change.make(() =>
                    call("revokePersonLink", { params: { personId }, body: { linkId } }),
                  )
                }
              >
                {text("link.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button aria-label={text("link.makeName", { name })} onPress={() => setMaking(true)}>
          {text("link.make")}
        </Button>
      </div>
      {isMaking && (
        <PersonLinkDialog personId={personId} name={name} onClose={() => setMaking(false)} />
      )}
    </section>
  );
}
