import { numberedClips } from "#tests/helpers/clips.ts";
import { startDemoReview } from "#tests/helpers/demo-review.ts";
import { until } from "./engine-page.ts";
import type { EngineName, EnginePage } from "./engine-page.ts";
import { openEnginePage } from "./open-engine-page.ts";
import { gatherFaults, lookAt, readFaults } from "./room-sight.ts";
import type { RoomSight } from "./room-sight.ts";

/** Two people in one room, each in an engine of their own. */
export interface EnginePair {
  readonly guider: EnginePage;
  readonly practitioner: EnginePage;
  /** Both, as soon as both have a picture and say it is the same frame after this change of the timeline. */
  bothAtRest(afterRevision: number): Promise<readonly [RoomSight, RoomSight]>;
  /** Ends everything; answers what went wrong in the pages: broken policies and errors of their own. */
  end(): Promise<readonly string[]>;
}

/** Brings two people together by the ways in that a person has: the guider's link, the knock, "Let in". */
export async function meetIn(engines: readonly [EngineName, EngineName]): Promise<EnginePair> {
  const review = await startDemoReview([numberedClips.silent]);
  const pages: EnginePage[] = [];
  const open = async (engine: EngineName) => {
    const page = await openEnginePage(engine);
    pages.push(page);
    return page;
  };
  const end = async () => {
    const answers = await Promise.allSettled(pages.map(readFaults));
    await Promise.allSettled(pages.map((page) => page.close()));
    await review.stop();
    return answers.flatMap((answer) =>
      answer.status === "fulfilled" ? answer.value : [String(answer.reason)],
    );
  };

  try {
    const [guider, practitioner] = await Promise.all([open(engines[0]), open(engines[1])]);
    await Promise.all([guider.goto(review.guider), practitioner.goto(review.practitioner)]);
    await Promise.all(pages.map(gatherFaults));
    await practitioner.press("Just me here: ask to come in");
    await guider.press("Let in Callum");
    const bothAtRest = async (afterRevision: number) =>
      [await atRest(guider, afterRevision), await atRest(practitioner, afterRevision)] as const;
    await bothAtRest(-1);
    return { guider, practitioner, bothAtRest, end };
  } catch (error) {
    await end();
    throw error;
  }
}

function atRest(page: EnginePage, afterRevision: number): Promise<RoomSight> {
  return until(`"Paused on the same frame" in ${page.engine}`, async () => {
    const sight = await lookAt(page);
    const isThere = sight.saysSameFrame && sight.picture !== null;
    return isThere && sight.revision > afterRevision ? sight : null;
  });
}
