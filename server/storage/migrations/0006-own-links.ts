import type { Migration } from "./migration.ts";

/** A link that opens a practitioner's own place in one more browser, once. A person has one at a time. */
export const migration0006: Migration = {
  version: 6,
  statements: ({ text, integer, tableEnd }) => [
    // `invite_id`: the review link of the browser that made it; the new browser is known by it too.
    `create table own_links (
      person_id ${text} not null primary key references people (person_id) on delete cascade,
      invite_id ${text} not null references invites (invite_id) on delete cascade,
      secret_hash ${text} not null unique check (length(secret_hash) = 64),
      closes_at_ms ${integer} not null,
      created_at_ms ${integer} not null
    ) ${tableEnd}`,
  ],
};
