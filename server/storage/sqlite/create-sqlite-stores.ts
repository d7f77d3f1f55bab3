import { CamelCasePlugin, Kysely } from "kysely";
import type { DatabaseSchema } from "#server/storage/schema.ts";
import type { Stores } from "#server/storage/stores.ts";
import { findBuiltWorker } from "#server/storage/worker-channel.ts";
import { createAccountInviteStore } from "./account-invite-store.ts";
import { createAccountStore } from "./account-store.ts";
import { createCheckInStore } from "./check-in-store.ts";
import { createClipRecordStore } from "./clip-record-store.ts";
import { createFrameworkStore } from "./framework-store.ts";
import { createInviteStore } from "./invite-store.ts";
import { createJourneyStore } from "./journey-store.ts";
import { NodeSqliteDialect } from "./kysely-dialect.ts";
import { openMigratedDatabase } from "./migrate.ts";
import { hasSealedRecords } from "./sealed-records.ts";
import { createOrganisationStore } from "./organisation-store.ts";
import { createOwnLinkStore } from "./own-link-store.ts";
import { createReviewStore } from "./review-store.ts";
import { createRoomStateStore } from "./room-state-store.ts";
import { createPeopleStore } from "./people-store.ts";
import { createPauseCountStore } from "./pause-count-store.ts";
import { createPersonalSessionStore } from "./personal-session-store.ts";
import { createPrivateNoteStore } from "./private-note-store.ts";
import { createReportStore } from "./report-store.ts";
import { createRetentionStore } from "./retention-store.ts";
import { createRewatchStore } from "./rewatch-store.ts";
import { createSessionStore } from "./session-store.ts";
import { createSignedBoardStore } from "./signed-board-store.ts";
import { createStillStore } from "./still-store.ts";
import { createSummaryStore } from "./summary-store.ts";
import { createTraineeLogStore } from "./trainee-log-store.ts";
import { openStatementsHere, openStatementsInWorker } from "./statement-channel.ts";

/**
 * All stores over one SQLite file, which is made when it is not there and brought to the newest version.
 * Rejects when the file cannot be opened or was written by a newer program. In the built server the
 * statements run in a worker thread, so that an fsync delays no pause; from the sources, or when no
 * worker is named or found, they run here.
 */
export async function createSqliteStores(
  databasePath: string,
  options: { readonly workerUrl?: URL } = {},
): Promise<Stores> {
  const workerUrl = options.workerUrl ?? findBuiltWorker(import.meta.url, "database-worker.js");
  const statements =
    workerUrl === null
      ? openStatementsHere(await openMigratedDatabase(databasePath))
      : await openStatementsInWorker(databasePath, workerUrl);
  const queries = new Kysely<DatabaseSchema>({
    dialect: new NodeSqliteDialect(statements),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  await queries.connection().execute(() => Promise.resolve()); // so that `close` finds a started driver
  return {
    accounts: createAccountStore(queries),
    accountInvites: createAccountInviteStore(queries),
    organisations: createOrganisationStore(queries),
    sessions: createSessionStore(queries),
    checkIns: createCheckInStore(queries),
    personalSessions: createPersonalSessionStore(queries),
    ownLinks: createOwnLinkStore(queries),
    journeys: createJourneyStore(queries),
    people: createPeopleStore(queries),
    clips: createClipRecordStore(queries),
    reviews: createReviewStore(queries),
    invites: createInviteStore(queries),
    rooms: createRoomStateStore(queries),
    stills: createStillStore(queries),
    frameworks: createFrameworkStore(queries),
    signedBoards: createSignedBoardStore(queries),
    privateNotes: createPrivateNoteStore(queries),
    reports: createReportStore(queries),
    summaries: createSummaryStore(queries),
    rewatches: createRewatchStore(queries),
    traineeLogs: createTraineeLogStore(queries),
    pauseCounts: createPauseCountStore(queries),
    retention: createRetentionStore(queries),
    hasSealedRecords: () => hasSealedRecords(queries),
    close: () => queries.destroy(),
  };
}
