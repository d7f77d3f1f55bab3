import type { CutPlan } from "#shared/studio/cut-plan.ts";
import { bystander, pictureSize } from "#tests/helpers/film-picture.mjs";
import { numberedFilms } from "#tests/helpers/films.ts";
import type { NumberedFilm } from "#tests/helpers/films.ts";
import { filmTimesMs, judgeBytes, judgeCovers, judgePictures, judgeSound } from "./cut-judges.ts";
import type { CutRound } from "./cut-judges.ts";
import type { CuttingPage } from "./cut-page-host.ts";

/** What became of it. */
export interface CutFinding {
  readonly pictures: number;
  /** What lies in the file and should not, or the other way round; empty when all is well. */
  readonly faults: readonly string[];
  readonly soundOffMs: number;
  readonly pictureOffMs: number;
}

/** The first and the last pictures are left alone: a cut needs a film around it that could leak. */
const around = 10;
const mostPictures = 90;

/** A cut of this film by chance; where it begins and ends is in a picture's middle or right on its start. */
export function drawCut(film: NumberedFilm, random: () => number): CutRound {
  const startsMs = filmTimesMs[film];
  const chance = (most: number) => Math.floor(random() * most);
  const first = around + chance(startsMs.length - 3 * around);
  const last = first + 1 + chance(Math.min(mostPictures, startsMs.length - around - first) - 1);
  const at = (n: number) => {
    const [startMs = 0, nextMs = 0] = startsMs.slice(n, n + 2);
    return random() < 0.3 ? startMs : startMs + (0.2 + 0.6 * random()) * (nextMs - startMs);
  };
  const stretch = { startMs: at(first), endMs: at(last + 1) };
  const lengthMs = stretch.endMs - stretch.startMs;
  const isQuiet = lengthMs > 600 && random() < 0.4;
  const middle = { startMs: stretch.startMs + 200, endMs: stretch.endMs - 200 };
  return {
    film,
    plan: {
      stretch,
      covers: random() < 0.5 ? [coverOver(random)] : [],
      silences: isQuiet ? [middle] : [],
    },
  };
}

function coverOver(random: () => number): CutPlan["covers"][number] {
  const { x, y, width, height } = bystander;
  const place = {
    atMs: 0,
    x: x / pictureSize.width,
    y: y / pictureSize.height,
    width: width / pictureSize.width,
    height: height / pictureSize.height,
  };
  return {
    coverId: "6b0f8f4e-5f0a-4f5e-9a53-0c1de5a4a0a1",
    shape: "rectangle",
    look: random() < 0.5 ? "pixelated" : "filled",
    places: [place],
    stretch: null,
  };
}

/** Makes one cut in the page and looks for what should not be in it. */
export async function runCut(page: CuttingPage, round: CutRound): Promise<CutFinding> {
  const cut = await page.cut(round.film, round.plan, bystander);
  if (!cut.ok) {
    const words = `refused: ${cut.reason} ${cut.faults.join(" ")}`;
    return { pictures: 0, faults: [words], soundOffMs: 0, pictureOffMs: 0 };
  }
  const found = cut.value;
  const pictures = judgePictures(found, round);
  const sound = judgeSound(found, round);
  const covers = judgeCovers(found, round);
  const bytes = Buffer.from(found.base64, "base64");
  const faults = [...pictures.faults, ...sound.faults, ...covers, ...(await judgeBytes(bytes))];
  return {
    pictures: found.pictures.length,
    faults,
    soundOffMs: sound.offMs,
    pictureOffMs: pictures.offMs,
  };
}

/** The films in turn. */
export const filmsInTurn = Object.keys(numberedFilms) as NumberedFilm[]; // its own keys
