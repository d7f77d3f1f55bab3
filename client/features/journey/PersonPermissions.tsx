import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Notice } from "#client/ui/Notice.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import {
  missingPermissions,
  permissionStatusSchema,
  purposeSchema,
  purposesToReview,
} from "#shared/domain/people.ts";
import type { PermissionStatus, Person, Purpose } from "#shared/domain/people.ts";
import styles from "./PersonPermissions.module.css";
import { useChange } from "./use-journey.ts";

const statuses = permissionStatusSchema.options;

/** One person: in a line whether clips may be shown, and underneath what was said for each purpose. */
export function PersonPermissions({ person }: { readonly person: Person }) {
  const change = useChange();
  const [saved, setSaved] = useState("");
  const isBehind = person.relation === "parentCarer";

  async function handleStatus(purpose: Purpose, status: PermissionStatus) {
    const { personId } = person;
    const answer = await change.make(() =>
      call("recordPermission", { params: { personId }, body: { purpose, status } }),
    );
    setSaved(answer.ok ? text("people.saved", { name: person.name }) : "");
  }

  return (
    <details className={styles["person"]}>
      <summary className={styles["summary"]}>
        <span className={styles["name"]}>{person.name}</span>
        <span className={styles["relation"]}>{text(`people.relation.${person.relation}`)}</span>
        {!isBehind && <Readiness person={person} />}
      </summary>
      {change.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {change.refusal}
        </Notice>
      )}
      <ul
        className={styles["purposes"]}
        aria-label={text("people.purposesOf", { name: person.name })}
      >
        {purposeSchema.options.map((purpose) => (
          <li key={purpose}>
            <SelectField
              label={text(`people.purpose.${purpose}`)}
              value={person.permissions[purpose]}
              options={statuses.map((value) => ({ value, label: text(`people.status.${value}`) }))}
              onChange={(status) => void handleStatus(purpose, status)}
            />
          </li>
        ))}
      </ul>
      <output className={styles["saved"]}>{saved}</output>
    </details>
  );
}

function Readiness({ person }: { readonly person: Person }) {
  const missing = missingPermissions([person], purposesToReview);
  if (missing.length === 0) {
    return <StatusChip tone="good">{text("people.ready")}</StatusChip>;
  }
  const purposes = missing.map(({ purpose }) => shortWords(purpose)).join(", ");
  return <StatusChip tone="attention">{text("people.notReady", { purposes })}</StatusChip>;
}

function shortWords(purpose: Purpose): string {
  return text(purpose === "film" ? "people.short.film" : "people.short.sharedReview");
}
