import type { SqliteDatabase } from "#server/storage/sqlite/open-database.ts";

const idOf = (digit: number) => `00000000-0000-4000-8000-${String(digit).padStart(12, "0")}`;

/** The ids of what `fillVersion1` writes. */
export const ids = {
  organisation: idOf(1),
  account: idOf(2),
  journey: idOf(3),
  cycle: idOf(4),
  goal: idOf(5),
  person: idOf(6),
  clip: idOf(7),
  review: idOf(8),
  invite: idOf(9),
} as const;

/** Fills every table of version 1 with one row, in plain SQL: version 1 never changes, so neither does this. */
export function fillVersion1(database: SqliteDatabase): void {
  const insert = (table: string, row: Record<string, string | number | Uint8Array | null>) => {
    const columns = Object.keys(row);
    const places = columns.map(() => "?").join(", ");
    const sql = `insert into ${table} (${columns.join(", ")}) values (${places})`;
    database.prepare(sql).run(...Object.values(row));
  };
  const created_at_ms = 1_000;
  insert("organisations", { organisation_id: ids.organisation, created_at_ms });
  insert("accounts", {
    account_id: ids.account,
    organisation_id: ids.organisation,
    role: "guider",
    name: "Nadia",
    name_key: "nadia",
    password_hash: "$argon2id$v=19$x",
    created_at_ms,
  });
  insert("journeys", {
    journey_id: ids.journey,
    guider_id: ids.account,
    practitioner_name: "Callum",
    child_name: "Ada",
    setting: "nursery",
    helping_question: "How do we take turns?",
    created_at_ms,
  });
  insert("cycles", { cycle_id: ids.cycle, journey_id: ids.journey, number: 1, created_at_ms });
  insert("goals", {
    goal_id: ids.goal,
    journey_id: ids.journey,
    position: 0,
    text: "wait",
    baseline: 3,
    hoped_for: null,
  });
  insert("people", {
    person_id: ids.person,
    journey_id: ids.journey,
    position: 0,
    name: "Ada",
    relation: "child",
    created_at_ms,
  });
  insert("permissions", {
    person_id: ids.person,
    purpose: "film",
    status: "given",
    decided_at_ms: 2_000,
  });
  insert("clips", {
    clip_id: ids.clip,
    cycle_id: ids.cycle,
    position: 0,
    title: "Blocks",
    initiative: "looked towards",
    description: "",
    created_at_ms,
  });
  insert("clip_people", { clip_id: ids.clip, person_id: ids.person, position: 0 });
  insert("clip_files", {
    clip_id: ids.clip,
    mime_type: "video/mp4",
    video_codec: "avc1",
    has_sound: 1,
    bytes: 1_000,
    width: 640,
    height: 360,
    duration_ms: 40.5,
    frames: new Uint8Array(8),
    clip_rev: "f".repeat(64),
    file_name: "one.clip",
    wrapped_key: new Uint8Array(60),
  });
  insert("reviews", {
    review_id: ids.review,
    cycle_id: ids.cycle,
    starts_at_ms: 3_000,
    state: "live",
    state_since_ms: 3_000,
    locked: 1,
    created_at_ms,
  });
  insert("invites", {
    invite_id: ids.invite,
    review_id: ids.review,
    name: "Callum",
    role: "practitioner",
    secret_hash: "b".repeat(64),
    opens_at_ms: 2_000,
    closes_at_ms: 9_000,
    bound_session_id: "a session",
    revoked_at_ms: null,
    created_at_ms,
  });
  insert("sessions", {
    token_hash: "a".repeat(64),
    session_id: "a session",
    account_id: ids.account,
    invite_id: null,
    expires_at_ms: 9_000,
    created_at_ms,
  });
}
