import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { describeAccountStore } from "./describe-account-store.ts";
import { describeClipRecordStore } from "./describe-clip-record-store.ts";
import { describeJourneyStore } from "./describe-journey-store.ts";
import {
  describeInviteStore,
  describeReviewStore,
  describeRoomStateStore,
} from "./describe-review-stores.ts";
import { describeSessionStore } from "./describe-session-store.ts";

const engine = "SQLite";

async function makeSqliteStores() {
  const folder = await temporaryFolder();
  const stores = await createSqliteStores(join(folder, "sameframe.db"));
  onTestFinished(() => stores.close());
  return stores;
}

describeAccountStore(engine, makeSqliteStores);
describeSessionStore(engine, makeSqliteStores);
describeJourneyStore(engine, makeSqliteStores);
describeClipRecordStore(engine, makeSqliteStores);
describeReviewStore(engine, makeSqliteStores);
describeInviteStore(engine, makeSqliteStores);
describeRoomStateStore(engine, makeSqliteStores);
