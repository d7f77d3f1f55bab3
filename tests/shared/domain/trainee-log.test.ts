import { describe, expect, it } from "vitest";
import { countStages, trainingStages } from "#shared/domain/trainee-log.ts";
import type { HeldReview, Supervision } from "#shared/domain/trainee-log.ts";
import { journeyIdSchema, reviewIdSchema, supervisionIdSchema } from "#shared/domain/ids.ts";

const journeyIds = new Map<string, HeldReview["journeyId"]>();

/** The cycles held with these practitioners, in this order: `Callum`, or `Callum 2` for the next cycle. */
function held(...cycles: string[]): HeldReview[] {
  return cycles.map((cycle) => {
    const [practitionerName = "", number = "1"] = cycle.split(" ");
    const journeyId =
      journeyIds.get(practitionerName) ?? journeyIdSchema.parse(crypto.randomUUID());
    journeyIds.set(practitionerName, journeyId);
    return {
      reviewId: reviewIdSchema.parse(crypto.randomUUID()),
      journeyId,
      practitionerName,
      childName: "Ada",
      cycleNumber: Number(number),
      startsAtMs: 0,
      workingPoint: "",
    };
  });
}
const hours = (count: number): Supervision[] =>
  Array.from({ length: count }, () => ({
    supervisionId: supervisionIdSchema.parse(crypto.randomUUID()),
    heldOn: "2026-11-20",
    withWhom: "Helen",
  }));
const counted = (reviews: HeldReview[], supervisions: Supervision[] = []) =>
  countStages({ reviews, supervisions }).map(({ cycles, practitioners, hours: given }) => [
    cycles,
    practitioners,
    given,
  ]);
const nothing = [0, 0, 0];

describe("the trainee log", () => {
  it("[JN47] [S1] asks of each stage what training asks for", () => {
    expect(trainingStages).toEqual([
      { stage: "1", cycles: 6, practitioners: 2, hours: 7 },
      { stage: "2", cycles: 9, practitioners: 3, hours: 8 },
      { stage: "3", cycles: 12, practitioners: 3, hours: 8 },
    ]);
  });

  it("[JN47] [S1] counts cycles and practitioners into a stage, and into the next once that is full", () => {
    const six = held("Callum 1", "Callum 2", "Callum 3", "Dana 1", "Dana 2", "Dana 3");

    expect(counted([])).toEqual([nothing, nothing, nothing]);
    expect(counted(six)).toEqual([[6, 2, 0], nothing, nothing]);
    // Dana is no practitioner new in the second stage.
    expect(counted([...six, ...held("Dana 4", "Eve 1")])).toEqual([[6, 2, 0], [2, 1, 0], nothing]);
  });

  it("[JN47] goes on with a stage until its practitioners are met too", () => {
    const one = held(...Array.from({ length: 7 }, (_, place) => `Callum ${place + 1}`));

    expect(counted([...one, ...held("Dana 1", "Eve 1")])).toEqual([[8, 2, 0], [1, 1, 0], nothing]);
  });

  it("[JN47] counts a cycle once, whatever is met for in it, and two practitioners of one name as one", () => {
    const [twice] = held("Callum 1");
    const namesake = held("Dana 1").map((one) => ({ ...one, practitionerName: "CALLUM" }));

    expect(counted([...held("Callum 1"), ...(twice ? [twice] : []), ...namesake])).toEqual([
      [2, 1, 0],
      nothing,
      nothing,
    ]);
  });

  it("[JN47] counts hours into the stages one after the other, and all that are more into the last", () => {
    expect(counted([], hours(9))).toEqual([
      [0, 0, 7],
      [0, 0, 2],
      [0, 0, 0],
    ]);
    expect(counted([], hours(25))[2]).toEqual([0, 0, 10]);
  });
});
