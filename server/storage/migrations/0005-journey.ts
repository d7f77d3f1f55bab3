import type { Migration } from "./migration.ts";

/**
 * What a journey is beyond its reviews: its kinds of meeting, ratings, links of people, check-ins, private
 * re-watches, reports, strengths summaries, supervision, its end, and the organisation's own settings.
 * What is somebody's own words about themselves is sealed: only the server with its key file can open it.
 */
export const migration0005: Migration = {
  version: 5,
  statements: ({ text, integer, bytes, tableEnd }) => [
    `alter table organisations add column name ${text} not null default ''`,
    `alter table organisations add column clips_kept_days ${integer} not null default 60`,
    `alter table organisations add column words_kept_months ${integer} not null default 12`,
    // Why clips or words are kept longer than our own default.
    `alter table organisations add column kept_longer_why ${text} not null default ''`,
    `alter table organisations add column safeguarding_contact ${text} not null default ''`,
    `alter table organisations add column language ${text} not null default 'en'`,
    // A set-up link for a colleague; it goes when it is used or ended.
    `create table account_invites (
      account_invite_id ${text} not null primary key,
      secret_hash ${text} not null unique check (length(secret_hash) = 64),
      organisation_id ${text} not null references organisations (organisation_id),
      role ${text} not null check (role in ('guider', 'orgAdmin', 'safeguardingLead')),
      name ${text} not null check (name <> ''),
      closes_at_ms ${integer} not null,
      created_at_ms ${integer} not null
    ) ${tableEnd}`,
    // Where a guider stands in training; empty: not said.
    `alter table accounts add column stage ${text} not null default ''
      check (stage in ('', '1', '2', '3', 'accredited', 'supervisor'))`,

    `alter table journeys add column uses_outcomes ${integer} not null default 0
      check (uses_outcomes in (0, 1))`,
    `alter table journeys add column counts_pauses ${integer} not null default 0
      check (counts_pauses in (0, 1))`,
    `alter table journeys add column lawful_basis ${text} not null default ''
      check (lawful_basis in ('', 'publicTask', 'consent', 'legitimateInterests'))`,
    // How the child shows "yes" and how "stop".
    `alter table journeys add column assent_signs ${text} not null default ''`,
    `alter table journeys add column ended_at_ms ${integer}`,
    `alter table journeys add column end_reason ${text} not null default ''`,
    // What both agreed to keep and who sees it.
    `alter table journeys add column keeps ${text} not null default ''`,
    // A day, YYYY-MM-DD: clips and their pictures are gone by its end.
    `alter table journeys add column deletes_on ${text}`,

    // A time the child showed that filming should stop.
    `create table dissents (
      dissent_id ${text} not null primary key,
      journey_id ${text} not null references journeys (journey_id) on delete cascade,
      happened_on ${text} not null,
      words ${text} not null check (words <> ''),
      created_at_ms ${integer} not null
    ) ${tableEnd}`,
    `create index dissents_by_journey on dissents (journey_id)`,

    // A link to the plain-words page of one person: what is held, and the way to withdraw.
    `create table person_links (
      link_id ${text} not null primary key,
      person_id ${text} not null references people (person_id) on delete cascade,
      secret_hash ${text} not null unique check (length(secret_hash) = 64),
      closes_at_ms ${integer} not null,
      revoked_at_ms ${integer},
      created_at_ms ${integer} not null
    ) ${tableEnd}`,
    `create index person_links_by_person on person_links (person_id)`,

    // A browser in which a practitioner was let in: it opens the practitioner's own place.
    `create table personal_sessions (
      session_id ${text} not null primary key references sessions (session_id) on delete cascade,
      person_id ${text} not null references people (person_id) on delete cascade,
      created_at_ms ${integer} not null
    ) ${tableEnd}`,

    `alter table goals add column outcome ${text} not null default ''`,
    `create table goal_ratings (
      goal_id ${text} not null references goals (goal_id) on delete cascade,
      cycle_id ${text} not null references cycles (cycle_id) on delete cascade,
      value ${integer} not null check (value between 0 and 10),
      rated_at_ms ${integer} not null,
      primary key (goal_id, cycle_id)
    ) ${tableEnd}`,

    `alter table reviews add column kind ${text} not null default 'review'
      check (kind in ('focus', 'review', 'last'))`,
    // The next film, as both noted it: a day (YYYY-MM-DD) and what will be filmed.
    `alter table reviews add column next_on ${text}`,
    `alter table reviews add column next_what ${text} not null default ''`,
    `create table pause_counts (
      review_id ${text} not null references reviews (review_id) on delete cascade,
      role ${text} not null check (role in ('guider', 'practitioner')),
      pauses ${integer} not null check (pauses >= 0),
      primary key (review_id, role)
    ) ${tableEnd}`,

    // Of a review, before and after; or (review_id '') weeks after the last one.
    `create table check_ins (
      person_id ${text} not null references people (person_id) on delete cascade,
      review_id ${text} not null default '',
      moment ${text} not null check (moment in ('before', 'after', 'followUp')),
      sealed ${bytes} not null,
      is_shared ${integer} not null default 0 check (is_shared in (0, 1)),
      changed_at_ms ${integer} not null,
      primary key (person_id, review_id, moment),
      check ((moment = 'followUp') = (review_id = ''))
    ) ${tableEnd}`,

    // The practitioner may watch this clip alone, until that instant.
    `create table rewatches (
      clip_id ${text} not null primary key references clips (clip_id) on delete cascade,
      closes_at_ms ${integer} not null,
      created_at_ms ${integer} not null
    ) ${tableEnd}`,

    // `agreed`: the content the practitioner agreed to; null: not yet, or changed since.
    `create table reports (
      review_id ${text} not null primary key references reviews (review_id) on delete cascade,
      sealed ${bytes} not null,
      agreed_sha256 ${text} check (length(agreed_sha256) = 64),
      agreed_at_ms ${integer},
      changed_at_ms ${integer} not null,
      check ((agreed_sha256 is null) = (agreed_at_ms is null))
    ) ${tableEnd}`,

    `create table summaries (
      person_id ${text} not null primary key references people (person_id) on delete cascade,
      sealed ${bytes} not null,
      changed_at_ms ${integer} not null
    ) ${tableEnd}`,
    `create table summary_links (
      link_id ${text} not null primary key,
      person_id ${text} not null references people (person_id) on delete cascade,
      secret_hash ${text} not null unique check (length(secret_hash) = 64),
      for_whom ${text} not null check (for_whom <> ''),
      closes_at_ms ${integer} not null,
      revoked_at_ms ${integer},
      created_at_ms ${integer} not null
    ) ${tableEnd}`,
    `create index summary_links_by_person on summary_links (person_id)`,

    // A guider's own learning about one review.
    `create table working_points (
      review_id ${text} not null primary key references reviews (review_id) on delete cascade,
      sealed ${bytes} not null,
      changed_at_ms ${integer} not null
    ) ${tableEnd}`,
    // An hour of supervision in a guider's training.
    `create table supervisions (
      supervision_id ${text} not null primary key,
      account_id ${text} not null references accounts (account_id) on delete cascade,
      held_on ${text} not null,
      with_whom ${text} not null check (with_whom <> ''),
      created_at_ms ${integer} not null
    ) ${tableEnd}`,
    `create index supervisions_by_account on supervisions (account_id)`,
  ],
};
