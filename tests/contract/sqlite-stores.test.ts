import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { databaseWorkerUrl } from "#tests/helpers/database-worker.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { describeAccountStore } from "./describe-account-store.ts";
import { describeCheckInStore } from "./describe-check-in-store.ts";
import { describeClipRecordStore } from "./describe-clip-record-store.ts";
import { describeFrameworkStore } from "./describe-framework-store.ts";
import { describeJourneyList } from "./describe-journey-list.ts";
import { describeJourneyStore } from "./describe-journey-store.ts";
import { describeOrganisationStore } from "./describe-organisation-store.ts";
import { describePeopleStore } from "./describe-people-store.ts";
import { describeReportStore } from "./describe-report-store.ts";
import { describeRetentionStore } from "./describe-retention-store.ts";
import { describeRewatchStore } from "./describe-rewatch-store.ts";
import {
  describeInviteStore,
  describeReviewStore,
  describeRoomStateStore,
} from "./describe-review-stores.ts";
import { describeSessionStore } from "./describe-session-store.ts";
import { describeStillStore } from "./describe-still-store.ts";
import { describeSummaryStore } from "./describe-summary-store.ts";
import { describePauseCountStore, describeTraineeLogStore } from "./describe-trainee-log-store.ts";
import type { MakeStores } from "./make-stores.ts";

function makeOver(findWorker: () => Promise<URL> | null): MakeStores {
  return async () => {
    const databasePath = join(await temporaryFolder(), "sameframe.db");
    const workerUrl = await findWorker();
    const stores = await createSqliteStores(databasePath, workerUrl === null ? {} : { workerUrl });
    onTestFinished(() => stores.close());
    return stores;
  };
}

function describeAllStores(engine: string, makeStores: MakeStores): void {
  describeAccountStore(engine, makeStores);
  describeSessionStore(engine, makeStores);
  describeJourneyStore(engine, makeStores);
  describeJourneyList(engine, makeStores);
  describeOrganisationStore(engine, makeStores);
  describePeopleStore(engine, makeStores);
  describeCheckInStore(engine, makeStores);
  describeClipRecordStore(engine, makeStores);
  describeReviewStore(engine, makeStores);
  describeInviteStore(engine, makeStores);
  describeRoomStateStore(engine, makeStores);
  describeStillStore(engine, makeStores);
  describeFrameworkStore(engine, makeStores);
  describeReportStore(engine, makeStores);
  describeSummaryStore(engine, makeStores);
  describeRewatchStore(engine, makeStores);
  describeTraineeLogStore(engine, makeStores);
  describePauseCountStore(engine, makeStores);
  describeRetentionStore(engine, makeStores);
}

describeAllStores(
  "SQLite, in this thread",
  makeOver(() => null),
);
describeAllStores("SQLite, in a worker thread", makeOver(databaseWorkerUrl));
