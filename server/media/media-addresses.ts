import type { AccessChanges } from "#server/access-changes.ts";
import type { MediaAddresses, RandomSource } from "#server/context.ts";
import type { ClipId, MediaId } from "#shared/domain/ids.ts";
import { mediaIdSchema } from "#shared/domain/ids.ts";

/**
 * Addresses live in memory only: after a restart, or when their session is closed, they are void. The same
 * session gets the same address for the same clip.
 */
export function createMediaAddresses(random: RandomSource, access: AccessChanges): MediaAddresses {
  const ofSession = new Map<string, Map<ClipId, MediaId>>();
  const byId = new Map<MediaId, { sessionId: string; clipId: ClipId }>();

  function forget(sessionId: string): void {
    for (const mediaId of ofSession.get(sessionId)?.values() ?? []) byId.delete(mediaId);
    ofSession.delete(sessionId);
  }

  access.listen((change) => {
    if (change.kind === "session-ended" || change.kind === "seat-rebound") forget(change.sessionId);
  });

  return {
    issue: (sessionId, clipId) => {
      const known = ofSession.get(sessionId) ?? new Map<ClipId, MediaId>();
      ofSession.set(sessionId, known);
      const mediaId = known.get(clipId) ?? mediaIdSchema.parse(random.secret().slice(0, 32));
      known.set(clipId, mediaId);
      byId.set(mediaId, { sessionId, clipId });
      return mediaId;
    },
    find: (mediaId) => byId.get(mediaId) ?? null,
  };
}
