import {
  forgetBoth,
  hearBoth,
  passTime,
  patienceMs,
  press,
  untilMoving,
  untilRest,
  wander,
} from "./actions.ts";
import type { Contender } from "./contenders.ts";
import { measureCycle } from "./measure-cycle.ts";
import type { CycleFigures } from "./measure-cycle.ts";
import { note } from "./progress.ts";
import { readNumber } from "./sides.ts";

/** How a row of cycles is run. */
export interface CyclePlan {
  readonly cycles: number;
  /** For how long each plays, drawn anew. */
  readonly playMs: { readonly from: number; readonly to: number };
  readonly random: () => number;
  /** Nothing new begins after this instant (`performance.now`). */
  readonly endAtMs: number;
}

const mostFailuresInRow = 3;

/** Play, watch, pause, compare: as often as planned, either side pressing in turn. */
export async function runCycles(contender: Contender, plan: CyclePlan): Promise<CycleFigures[]> {
  const cycles: CycleFigures[] = [];
  let failuresInRow = 0;
  for (let round = 0; round < plan.cycles; round += 1) {
    if (performance.now() > plan.endAtMs || failuresInRow >= mostFailuresInRow) {
      note(`${contender.name}: stopped after ${cycles.length} cycles`);
      break;
    }
    try {
      const cycle = await runCycle(contender, round, plan);
      cycles.push(cycle);
      failuresInRow = 0;
      note(
        `${contender.name}: cycle ${round + 1} of ${plan.cycles}, frames ${cycle.frames.join(" and ")}`,
      );
    } catch (error) {
      failuresInRow += 1;
      note(`${contender.name}: cycle ${round + 1} failed: ${String(error)}`);
    }
  }
  return cycles;
}

async function runCycle(
  contender: Contender,
  round: number,
  { playMs, random }: CyclePlan,
): Promise<CycleFigures> {
  const presser = round % 2 === 0 ? 0 : 1;
  const side = contender.sides[presser];
  await wander(contender, side, random);
  await forgetBoth(contender);
  await press(side, "k");
  if (!(await untilMoving(contender))) throw new Error("both did not move");
  await passTime(playMs.from + random() * (playMs.to - playMs.from));
  await press(side, "k");
  const rested = await untilRest(contender, patienceMs);
  const frames = [
    await readNumber(contender.sides[0]),
    await readNumber(contender.sides[1]),
  ] as const;
  const heard = await hearBoth(contender);
  return { ...measureCycle(heard, presser), frames, rested };
}
