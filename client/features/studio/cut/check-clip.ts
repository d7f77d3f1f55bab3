import type { CutPlan } from "#shared/studio/cut-plan.ts";
import { checkContents, openFinishedClip } from "./check-contents.ts";
import { checkPictures } from "./check-pictures.ts";
import type { ClipFault } from "./clip-faults.ts";
import type { CutClip, CutOptions } from "./cut-outcome.ts";
import { DecodingStopped } from "./cut-pictures.ts";
import type { FilmToCut } from "./film-to-cut.ts";

/**
 * Opens a finished clip again and measures it against its plan: what is in the file, then what is seen.
 * Empty when it may go up; a clip with a fault never does.
 */
export async function checkClip(
  clip: CutClip,
  film: FilmToCut,
  plan: CutPlan,
  options: CutOptions,
): Promise<ClipFault[]> {
  const input = openFinishedClip(clip.bytes);
  try {
    const faults = await checkContents(input, clip);
    if (faults.length > 0) return faults;
    const picture = await input.getPrimaryVideoTrack();
    if (picture === null) return ["tracks"];
    return await checkPictures(picture, clip, film, plan, options);
  } catch (error) {
    if (error instanceof DecodingStopped) return ["picture-undecodable"];
    throw error;
  } finally {
    input.dispose();
  }
}
