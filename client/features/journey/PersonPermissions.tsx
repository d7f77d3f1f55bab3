import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
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
import type { PersonLink } from "#shared/protocol/people-routes.ts";
import { PersonLinks } from "./PersonLinks.tsx";
import styles from "./PersonPermissions.module.css";
import { useChange } from "./use-journey.ts";

const statuses = permissionStatusSchema.options;

const decides = {
  child: "people.forChild",
  practitioner: "people.forPractitioner",
  parentCarer: "people.forParent",
  inShot: "people.forInShot",
} as const;

interface PersonPermissionsProps {
  readonly person: Person;
  /** The links this person was ever given to read what is kept. */
  readonly links: readonly PersonLink[];
}

/**
 * One person: in a line whether clips may be shown, and underneath what was said for each purpose and when.
 * A parent or carer has no permissions of their own here: what they said stands with the child.
 */
export function PersonPermissions({ person, links }: PersonPermissionsProps) {
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
      <p className={styles["lead"]}>{text(decides[person.relation], { name: person.name })}</p>
      {!isBehind && (
        <ul
          className={styles["purposes"]}
          aria-label={text("people.purposesOf", { name: person.name })}
        >
          {purposeSchema.options.map((purpose) => (
            <li key={purpose}>
              <SelectField
                label={text(`people.purpose.${purpose}`)}
                value={person.permissions[purpose]}
                options={statuses.map((value) => ({
                  value,
                  label: text(`people.status.${value}`),
                }))}
                onChange={(status) => void handleStatus(purpose, status)}
              />
              <Since atMs={person.decidedAtMs[purpose]} />
            </li>
          ))}
        </ul>
      )}
      <output className={styles["saved"]}>{saved}</output>
      {person.relation !== "child" && <PersonLinks person={person} links={links} />}
    </details>
  );
}

function Since({ atMs }: { readonly atMs: number | undefined }) {
  if (atMs === undefined) return null;
  return <p className={styles["hint"]}>{text("people.since", { day: dayWords(atMs) })}</p>;
}

function Readiness({ person }: { readonly person: Person }) {
  const { permissions, decidedAtMs } = person;
  const isTaken = (purpose: Purpose) => permissions[purpose] === "withdrawn";
  const taken = purposesToReview.filter(isTaken).map((purpose) => {
    const short = shortWords(purpose);
    const atMs = decidedAtMs[purpose];
    return atMs === undefined
      ? short
      : text("people.withdrawnOn", { purpose: short, day: dayWords(atMs) });
  });
  const missing = missingPermissions([person], purposesToReview)
    .filter(({ purpose }) => !isTaken(purpose))
    .map(({ purpose }) => shortWords(purpose));
  if (taken.length + missing.length === 0) {
    return <StatusChip tone="good">{text("people.ready")}</StatusChip>;
  }
  return (
    <>
      {taken.length > 0 && (
        <StatusChip tone="attention">
          {text("people.withdrawn", { purposes: taken.join("; ") })}
        </StatusChip>
      )}
      {missing.length > 0 && (
        <StatusChip tone="attention">
          {text("people.notReady", { purposes: missing.join(", ") })}
        </StatusChip>
      )}
    </>
  );
}

function shortWords(purpose: Purpose): string {
  return text(purpose === "film" ? "people.short.film" : "people.short.sharedReview");
}
