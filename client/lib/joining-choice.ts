import { z } from "zod";

/** What was chosen on the way in and holds for this browser; kept in this browser only. */
export const joiningChoiceSchema = z
  .object({
    microphone: z.boolean(),
    camera: z.boolean(),
    /** The browser's own ids of the chosen devices; null: whatever the browser takes. */
    microphoneId: z.string().nullable(),
    cameraId: z.string().nullable(),
    speakerId: z.string().nullable(),
  })
  .readonly();
export type JoiningChoice = z.infer<typeof joiningChoiceSchema>;

/** Heard and seen, by whatever devices the browser takes. */
export const plainChoice: JoiningChoice = {
  microphone: true,
  camera: true,
  microphoneId: null,
  cameraId: null,
  speakerId: null,
};

const key = "joining-choice";
/** Storage is closed in some private windows: the choice then lasts as long as the page. */
let ofThisPage: JoiningChoice | null = null;

/** The choice kept in this browser; null while nothing has been chosen in it. */
export function readJoiningChoice(): JoiningChoice | null {
  return ofThisPage ?? joiningChoiceSchema.nullable().catch(null).parse(stored());
}

/** Keeps the choice in this browser. It names no person. */
export function keepJoiningChoice(choice: JoiningChoice): void {
  ofThisPage = choice;
  try {
    window.localStorage.setItem(key, JSON.stringify(choice));
  } catch {
    // See above.
  }
}

function stored(): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? "null");
  } catch {
    return null; // see above; or not JSON, so nothing of ours
  }
}
