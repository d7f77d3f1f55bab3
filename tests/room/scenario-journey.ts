import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import { numberedClips } from "#tests/helpers/clips.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { WrittenJourney } from "./scenario-words.ts";

/** One review of a journey, and the ways into its room. */
export interface PlannedReview {
  readonly reviewId: string;
  readonly port: number;
  readonly guider: string;
  readonly practitioner: string;
}

/** A server with a journey in it that has everything but words; each cycle has one film. */
export async function startJourney(words: WrittenJourney) {
  const secret = randomBytes(32).toString("base64url");
  const server = await startBuiltServer({ environment: { DEMO_SECRET: secret } });
  const guider = openTestBrowser({ origin: server.url });
  await guider.want("setUp", {
    body: {
      secret: server.setUpLink?.split("#")[1] ?? "",
      name: "Nadia",
      password: randomBytes(18).toString("base64url"),
    },
  });
  const { practitionerName, childName } = words;
  const journey = await guider.want("createJourney", {
    body: { practitionerName, childName, setting: "school" },
  });
  const params = { journeyId: journey.journeyId };
  const goals = words.goals.map((_, n) => ({
    text: `Goal ${n + 1}`,
    baseline: null,
    hopedFor: null,
  }));
  await guider.want("setGoals", { params, body: goals });
  for (const { personId } of journey.people) {
    for (const purpose of ["film", "sharedReview"] as const) {
      const body = { purpose, status: "given" } as const;
      await guider.want("recordPermission", { params: { personId }, body });
    }
  }

  /** Plans the review of a cycle, with its clip and the practitioner's link. */
  async function planReview(cycleId: string): Promise<PlannedReview> {
    const { clipId } = await guider.want("addClip", {
      params: { cycleId },
      body: {
        title: "A moment",
        initiative: "looks up",
        description: "",
        peopleInShot: journey.people.map(({ personId }) => personId),
      },
    });
    await guider.send("PUT", `/api/clips/${clipId}/file`, {
      body: await readFile(numberedClips.silent),
      headers: { "content-type": "application/octet-stream" },
    });
    const { reviewId } = await guider.want("planReview", {
      params: { cycleId },
      body: { startsAtMs: Date.now() },
    });
    const invited = await guider.want("issueInvite", {
      params: { reviewId },
      body: { name: practitionerName, role: "practitioner" },
    });
    return {
      reviewId,
      port: server.port,
      guider: `${server.url}/demo#${secret}.${reviewId}`,
      practitioner: `${server.url}/j#${invited.secret}`,
    };
  }

  return {
    server,
    firstReview: () => planReview(journey.cycles[0]?.cycleId ?? ""),
    /** Finishes a review and plans that of the next cycle. */
    nextReview: async (reviewId: string) => {
      await guider.want("endReview", { params: { reviewId } });
      const { cycleId } = await guider.want("startCycle", { params });
      // The guider is signed in by now.
      const planned = await planReview(cycleId);
      return { ...planned, guider: `${server.url}/room/${planned.reviewId}` };
    },
  };
}
