import type { Migration } from "./migration.ts";

/** Boards with their log, what of a room outlives a restart, and the aims kept with a cycle. */
export const migration0002: Migration = {
  version: 2,
  statements: ({ text, integer, bytes, tableEnd }) => [
    `create table boards (
      review_id ${text} not null primary key references reviews (review_id) on delete cascade,
      epoch ${text} not null check (epoch <> ''),
      snapshot_seq ${integer} not null default 0 check (snapshot_seq >= 0),
      snapshot ${bytes},
      created_at_ms ${integer} not null,
      check ((snapshot is null) = (snapshot_seq = 0))
    ) ${tableEnd}`,

    `create table board_updates (
      review_id ${text} not null references boards (review_id) on delete cascade,
      seq ${integer} not null check (seq >= 1),
      actor_id ${text} not null,
      bytes ${bytes} not null,
      at_ms ${integer} not null,
      primary key (review_id, seq)
    ) ${tableEnd}`,

    `create table board_client_owners (
      review_id ${text} not null references boards (review_id) on delete cascade,
      client_id ${integer} not null check (client_id >= 0),
      participant_id ${text} not null,
      primary key (review_id, client_id)
    ) ${tableEnd}`,

    `create table room_states (
      review_id ${text} not null primary key references reviews (review_id) on delete cascade,
      state ${text} not null,
      heartbeat_frame ${integer} check (heartbeat_frame >= 0)
    ) ${tableEnd}`,

    `create table aims (
      cycle_id ${text} not null references cycles (cycle_id) on delete cascade,
      position ${integer} not null check (position >= 0),
      text ${text} not null check (text <> ''),
      primary key (cycle_id, position)
    ) ${tableEnd}`,
  ],
};
