import { createHmac } from "node:crypto";
import { isRelay } from "#server/config.ts";
import type { AppContext } from "#server/context.ts";
import { inviteIdSchema } from "#shared/domain/ids.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { IceServer } from "#shared/protocol/call-events.ts";

/**
 * Credentials for a relay are good this long, and never longer than the link of the person they are for: a
 * review with its waiting, since each line that is made anew, and each change of network, asks the relay again.
 */
export const relayCredentialMs = 4 * 3_600_000;

/**
 * The servers for finding a way through a school's network, as the operator named them and no others. A
 * relay's credentials are made for one person who is in: `<expiry, in s>:<participant>` and its HMAC, as
 * coturn reads them with `use-auth-secret`.
 */
export function createIceServers({
  config,
  clock,
  stores,
}: Pick<AppContext, "config" | "clock" | "stores">): (who: ParticipantId) => Promise<IceServer[]> {
  const { TURN_URLS = [], TURN_SECRET = "" } = config;
  const relays = TURN_URLS.filter(isRelay);
  const finders = TURN_URLS.filter((url) => !isRelay(url));

  async function expiresAtMs(who: ParticipantId): Promise<number> {
    const latestMs = clock.nowMs() + relayCredentialMs;
    const invite = await stores.invites.find(inviteIdSchema.parse(who)); // a guider's is nobody's invite
    return Math.min(latestMs, invite?.closesAtMs ?? latestMs);
  }

  return async (who) => {
    const servers: IceServer[] = [];
    if (finders.length > 0) servers.push({ urls: finders, username: null, credential: null });
    if (relays.length > 0) {
      const username = `${Math.floor((await expiresAtMs(who)) / 1000)}:${who}`;
      const credential = createHmac("sha1", TURN_SECRET).update(username).digest("base64");
      servers.push({ urls: relays, username, credential });
    }
    return servers;
  };
}
