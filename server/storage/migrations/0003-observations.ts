import type { Migration } from "./migration.ts";

/**
 * What belongs to observations beyond the board's own words: their kept pictures, private notes, prepared
 * notes, the organisation's words for attunement, signed boards, and a key for each board.
 */
export const migration0003: Migration = {
  version: 3,
  statements: ({ text, integer, bytes, tableEnd }) => [
    // Null: the board was begun before boards were sealed; its bytes lie as they are until it is opened.
    `alter table boards add column wrapped_key ${bytes} check (length(wrapped_key) > 32)`,
    `alter table clips add column preparation ${text} not null default ''`,
    `alter table reviews add column practitioner_first ${integer} not null default 1
      check (practitioner_first in (0, 1))`,
    `alter table aims add column where_when ${text} not null default ''`,
    // How it went, kept when the next review was finished.
    `alter table aims add column how_did_it_go ${text} not null default ''`,

    `create table stills (
      review_id ${text} not null references reviews (review_id) on delete cascade,
      observation_id ${text} not null,
      clip_id ${text} not null references clips (clip_id) on delete cascade,
      frame ${integer} not null check (frame >= 0),
      width ${integer} not null check (width > 0),
      height ${integer} not null check (height > 0),
      bytes ${integer} not null check (bytes > 0),
      sha256 ${text} not null check (length(sha256) = 64),
      file_name ${text} not null unique check (file_name <> ''),
      wrapped_key ${bytes} not null check (length(wrapped_key) > 32),
      created_at_ms ${integer} not null,
      primary key (review_id, observation_id)
    ) ${tableEnd}`,
    `create index stills_by_clip on stills (clip_id)`,

    // The words are sealed: only the server with its key file can open them.
    `create table private_notes (
      review_id ${text} not null references reviews (review_id) on delete cascade,
      participant_id ${text} not null,
      observation_id ${text} not null default '',
      sealed ${bytes} not null,
      changed_at_ms ${integer} not null,
      primary key (review_id, participant_id, observation_id)
    ) ${tableEnd}`,

    `create table frameworks (
      organisation_id ${text} not null primary key references organisations (organisation_id),
      framework ${text} not null
    ) ${tableEnd}`,

    // A copy that was written on after it was signed stays, but its board does not rest any more.
    `create table signed_boards (
      review_id ${text} not null references reviews (review_id) on delete cascade,
      version ${integer} not null check (version >= 1),
      sealed ${bytes} not null,
      sha256 ${text} not null check (length(sha256) = 64),
      signed_at_ms ${integer} not null,
      written_on_at_ms ${integer},
      primary key (review_id, version)
    ) ${tableEnd}`,
  ],
};
