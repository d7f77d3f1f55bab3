import type { AppContext } from "#server/context.ts";
import { removeClip } from "#server/media/remove-clip.ts";
import type { RemoveClipParts } from "#server/media/remove-clip.ts";
import { dueOf } from "#shared/domain/retention.ts";
import type { KeptJourney } from "#shared/domain/retention.ts";

/** What retention needs of the server. */
export type RetentionParts = RemoveClipParts & Pick<AppContext, "clock" | "log">;

const hourMs = 3_600_000;

/** Removes what is due, at the start and each hour, one turn at a time. Logs ids and reasons and no word. */
export function keepRetention(parts: RetentionParts): { close(): void } {
  const { log } = parts;
  let isClosed = false;
  let turn = Promise.resolve();
  const takeTurn = () => {
    turn = turn
      .then(() => (isClosed ? undefined : removeDue(parts)))
      .catch((error: unknown) => {
        // Tried again at the next turn; when the server closes, nothing is left to read.
        if (!isClosed) log.error({ error: nameOf(error) }, "retention broke");
      });
  };
  const timer = setInterval(takeTurn, hourMs).unref();
  takeTurn();
  return {
    close: () => {
      isClosed = true;
      clearInterval(timer);
    },
  };
}

/** One that cannot be removed now keeps no other journey. */
async function removeDue(parts: RetentionParts): Promise<void> {
  for (const journey of await parts.stores.retention.listKept()) {
    await removeOf(parts, journey).catch((error: unknown) => {
      parts.log.error({ journeyId: journey.journeyId, error: nameOf(error) }, "retention broke");
    });
  }
}

async function removeOf(parts: RetentionParts, journey: KeptJourney): Promise<void> {
  const { stores, clock, log } = parts;
  const { journeyId } = journey;
  const due = dueOf(journey, clock.nowMs());
  for (const { clipId, reason } of due.clips) {
    const clip = await stores.clips.find(clipId);
    if (clip === null) continue; // removed by its guider meanwhile
    await removeClip(parts, clip, journeyId);
    log.info({ journeyId, clipId, reason }, "clip removed");
  }
  if (!due.isWhole) return;
  await stores.retention.removeJourney(journeyId);
  log.info({ journeyId, reason: "words-kept" }, "journey removed");
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
