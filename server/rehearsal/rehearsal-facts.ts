import type { StoredReview } from "#server/storage/review-store.ts";
import type { StoredClip, StoredInvite, Stores } from "#server/storage/stores.ts";
import { standingOf } from "#server/identity/invite-window.ts";
import { missingPermissions, purposesToReview } from "#shared/domain/people.ts";
import type { Rehearsal } from "#shared/protocol/rehearsal-routes.ts";

type LinkFacts = Rehearsal["link"];
type ClipFacts = Rehearsal["clips"][number];

/** The links by which the practitioner may come, the one to be used first. */
const bestFirst = ["open", "early", "late", "ended", "revoked"] as const;

/** How the best of these links stands now; null when there is none. */
export function linkFacts(
  invites: readonly StoredInvite[],
  review: Pick<StoredReview, "state" | "journeyEnded">,
  nowMs: number,
): LinkFacts {
  const links = invites.map((invite) => ({
    standing: standingOf(invite, review, nowMs),
    opensAtMs: invite.opensAtMs,
    closesAtMs: invite.closesAtMs,
  }));
  const [best] = links.toSorted(
    (a, b) => bestFirst.indexOf(a.standing) - bestFirst.indexOf(b.standing),
  );
  return best ?? null;
}

/** How the clips of a review stand, in their order. */
export async function clipFacts(
  clips: Stores["clips"],
  reviewId: StoredReview["reviewId"],
): Promise<ClipFacts[]> {
  const all = await clips.listOfReview(reviewId);
  return await Promise.all(all.map((clip) => factsOf(clips, clip)));
}

async function factsOf(clips: Stores["clips"], clip: StoredClip): Promise<ClipFacts> {
  const { clipId, title } = clip;
  const inShot = await clips.peopleInShot(clipId);
  const names = missingPermissions(inShot, purposesToReview).map(({ person }) => person.name);
  const missing = [...new Set(names)];
  return { clipId, title, standing: standingOfClip(clip, inShot.length, missing.length), missing };
}

function standingOfClip(
  { media, file }: StoredClip,
  inShotCount: number,
  missingCount: number,
): ClipFacts["standing"] {
  if (media === null || file === null) return "no-file";
  if (inShotCount === 0) return "nobody-in-shot";
  return missingCount === 0 ? "plays" : "permission-missing";
}
