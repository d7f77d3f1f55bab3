import type { Migration } from "./migration.ts";

/**
 * Accounts, journeys with their people and permissions, clips, reviews, links and sessions. A secret is
 * kept as its SHA-256 in hex, 64 characters: the secret itself, of 43, does not fit.
 */
export const migration0001: Migration = {
  version: 1,
  statements: ({ text, integer, real, bytes, tableEnd }) => [
    `create table organisations (
      organisation_id ${text} not null primary key,
      created_at_ms ${integer} not null
    ) ${tableEnd}`,

    `create table accounts (
      account_id ${text} not null primary key,
      organisation_id ${text} not null references organisations (organisation_id),
      role ${text} not null check (role in ('guider', 'orgAdmin', 'safeguardingLead')),
      name ${text} not null check (name <> ''),
      name_key ${text} not null unique,
      password_hash ${text} not null check (password_hash like '$argon2id$%'),
      created_at_ms ${integer} not null
    ) ${tableEnd}`,

    `create table journeys (
      journey_id ${text} not null primary key,
      guider_id ${text} not null references accounts (account_id),
      practitioner_name ${text} not null check (practitioner_name <> ''),
      child_name ${text} not null check (child_name <> ''),
      setting ${text} not null,
      helping_question ${text} not null default '',
      created_at_ms ${integer} not null
    ) ${tableEnd}`,
    `create index journeys_by_guider on journeys (guider_id)`,

    `create table cycles (
      cycle_id ${text} not null primary key,
      journey_id ${text} not null references journeys (journey_id) on delete cascade,
      number ${integer} not null check (number >= 1),
      created_at_ms ${integer} not null,
      unique (journey_id, number)
    ) ${tableEnd}`,

    `create table goals (
      goal_id ${text} not null primary key,
      journey_id ${text} not null references journeys (journey_id) on delete cascade,
      position ${integer} not null check (position between 0 and 2),
      text ${text} not null check (text <> ''),
      baseline ${integer} check (baseline between 0 and 10),
      hoped_for ${integer} check (hoped_for between 0 and 10),
      unique (journey_id, position)
    ) ${tableEnd}`,

    `create table people (
      person_id ${text} not null primary key,
      journey_id ${text} not null references journeys (journey_id) on delete cascade,
      position ${integer} not null check (position >= 0),
      name ${text} not null check (name <> ''),
      relation ${text} not null
        check (relation in ('child', 'practitioner', 'parentCarer', 'inShot')),
      created_at_ms ${integer} not null,
      unique (journey_id, position)
    ) ${tableEnd}`,

    `create table permissions (
      person_id ${text} not null references people (person_id) on delete cascade,
      purpose ${text} not null check (purpose in ('film', 'sharedReview', 'supervisorSeesClips',
        'recordReview', 'practitionerKeepsStills', 'showcase', 'training')),
      status ${text} not null check (status in ('notAsked', 'given', 'refused', 'withdrawn')),
      decided_at_ms ${integer} not null,
      primary key (person_id, purpose)
    ) ${tableEnd}`,

    `create table clips (
      clip_id ${text} not null primary key,
      cycle_id ${text} not null references cycles (cycle_id) on delete cascade,
      position ${integer} not null check (position >= 0),
      title ${text} not null check (title <> ''),
      initiative ${text} not null check (initiative <> ''),
      description ${text} not null,
      created_at_ms ${integer} not null,
      unique (cycle_id, position)
    ) ${tableEnd}`,

    `create table clip_people (
      clip_id ${text} not null references clips (clip_id) on delete cascade,
      person_id ${text} not null references people (person_id),
      position ${integer} not null check (position >= 0),
      primary key (clip_id, person_id)
    ) ${tableEnd}`,
    `create index clip_people_by_person on clip_people (person_id)`,

    // Whole or not there at all: a clip without a row here has no file yet. A wrapped key is longer than
    // the 32 bytes of a bare one, which must never come here.
    `create table clip_files (
      clip_id ${text} not null primary key references clips (clip_id) on delete cascade,
      mime_type ${text} not null check (mime_type in ('video/mp4', 'video/webm')),
      video_codec ${text} not null,
      has_sound ${integer} not null check (has_sound in (0, 1)),
      bytes ${integer} not null check (bytes > 0),
      width ${integer} not null check (width > 0),
      height ${integer} not null check (height > 0),
      duration_ms ${real} not null check (duration_ms > 0),
      frames ${bytes} not null check (length(frames) >= 8 and length(frames) % 8 = 0),
      clip_rev ${text} not null check (length(clip_rev) = 64),
      file_name ${text} not null unique check (file_name <> ''),
      wrapped_key ${bytes} not null check (length(wrapped_key) > 32)
    ) ${tableEnd}`,

    `create table reviews (
      review_id ${text} not null primary key,
      cycle_id ${text} not null references cycles (cycle_id) on delete cascade,
      starts_at_ms ${integer} not null,
      state ${text} not null default 'planned' check (state in ('planned', 'live', 'ended')),
      state_since_ms ${integer} not null,
      locked ${integer} not null default 0 check (locked in (0, 1)),
      created_at_ms ${integer} not null
    ) ${tableEnd}`,
    `create index reviews_by_cycle on reviews (cycle_id)`,

    `create table invites (
      invite_id ${text} not null primary key,
      review_id ${text} not null references reviews (review_id) on delete cascade,
      name ${text} not null check (name <> ''),
      role ${text} not null check (role in ('practitioner', 'supervisor')),
      secret_hash ${text} not null unique check (length(secret_hash) = 64),
      opens_at_ms ${integer} not null,
      closes_at_ms ${integer} not null,
      bound_session_id ${text},
      revoked_at_ms ${integer},
      created_at_ms ${integer} not null,
      check (closes_at_ms > opens_at_ms)
    ) ${tableEnd}`,
    `create index invites_by_review on invites (review_id)`,

    `create table sessions (
      token_hash ${text} not null primary key check (length(token_hash) = 64),
      session_id ${text} not null unique,
      account_id ${text} references accounts (account_id) on delete cascade,
      invite_id ${text} references invites (invite_id) on delete cascade,
      expires_at_ms ${integer} not null,
      created_at_ms ${integer} not null,
      check ((account_id is null) <> (invite_id is null))
    ) ${tableEnd}`,
    `create index sessions_by_account on sessions (account_id)`,
    `create index sessions_by_invite on sessions (invite_id)`,
    `create index sessions_by_expiry on sessions (expires_at_ms)`,
  ],
};
