import { createHmac } from "node:crypto";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { readConfig } from "#server/config.ts";
import { createIceServers, relayCredentialMs } from "#server/call/ice-servers.ts";
import { createSqliteStores } from "#server/storage/sqlite/create-sqlite-stores.ts";
import type { Stores } from "#server/storage/stores.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import { buildInvite, morningMs, newId, storeReview } from "#tests/helpers/build-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const secret = "a secret of the relay";
const relays = "turn:turn.example.org:3478,turns:turn.example.org:443?transport=tcp";
let stores: Stores;
beforeEach(async () => {
  stores = await createSqliteStores(join(await temporaryFolder(), "test.db"));
  onTestFinished(() => stores.close());
});

const servers = (TURN_URLS: string) => {
  const config = readConfig({ TURN_URLS, TURN_SECRET: secret });
  const clock = { nowMs: () => morningMs, serverNowMs: () => 0 };
  return createIceServers({ config, clock, stores });
};
const somebody = newId.participant;

it("[CL8] a relay's credentials are made for one person, for four hours, as coturn checks them", async () => {
  const who = somebody();

  const [relay, ...others] = await servers(relays)(who);

  const username = `${(morningMs + relayCredentialMs) / 1000}:${who}`;
  const credential = createHmac("sha1", secret).update(username).digest("base64");
  expect(relay).toEqual({ urls: relays.split(","), username, credential });
  expect(relayCredentialMs).toBe(4 * 3_600_000);
  expect(others).toEqual([]);
});

it("[CL8] they end with the link of the guest they are for", async () => {
  const closesAtMs = morningMs + 60_000;
  const invite = buildInvite(await storeReview(stores), { closesAtMs });
  await stores.invites.add(invite, morningMs);

  const [relay] = await servers(relays)(participantIdSchema.parse(invite.inviteId));

  expect(relay?.username).toBe(`${closesAtMs / 1000}:${invite.inviteId}`);
});

it("[CL8] browsers are sent to the servers that were named and to no others, and a finder needs no credentials", async () => {
  expect(await servers("")(somebody())).toEqual([]);
  expect(await servers("stun:turn.example.org")(somebody())).toEqual([
    { urls: ["stun:turn.example.org"], username: null, credential: null },
  ]);
});
