import type { Answered, Refused } from "#client/lib/api.ts";
import type { uploadClip } from "#client/lib/upload-clip.ts";
import type { Clip, ClipWords } from "#shared/domain/clip.ts";
import type { Person } from "#shared/domain/people.ts";
import type { RefusedCut } from "#client/features/studio/cut/cut-outcome.ts";
import type { Cutter } from "#client/features/studio/cut/cutter.ts";
import type { StudioDocument } from "#client/features/studio/studio.ts";

/** What is known of a clip in the making that its draft does not keep. */
export type MakingNews =
  /** Its words or its file are going up, or wait for the line; the fraction of the file, 0-1. */
  | { readonly kind: "going-up"; readonly fraction: number; readonly isWaiting: boolean }
  | { readonly kind: "cut-refused"; readonly refused: RefusedCut }
  | { readonly kind: "send-refused"; readonly refused: Refused }
  /** The finished file is not on this device any more: the clip is made anew. */
  | { readonly kind: "file-gone" }
  /** Its clip was removed from the cycle while it waited to go up. */
  | { readonly kind: "clip-gone" };

/** What a clip is sent into. */
export interface CycleNow {
  readonly people: readonly Person[];
  readonly clips: readonly Clip[];
}

/** What making clips of one film needs of the page around it. */
export interface MakingParts {
  readonly document: StudioDocument;
  readonly film: Blob;
  readonly cutter: Pick<Cutter, "cut">;
  readonly openCut: (fileName: string) => Promise<File | null>;
  readonly removeCut: (fileName: string) => Promise<void>;
  /** The cycle's clips and the journey's people as the server has them now. */
  readonly readCycle: () => Promise<Answered<CycleNow>>;
  readonly addClip: (words: ClipWords) => Promise<Answered<Clip>>;
  readonly removeClip: (clipId: string) => Promise<Answered<null>>;
  readonly upload: typeof uploadClip;
  /** Settles when the document lies on the device. */
  readonly whenSaved: () => Promise<unknown>;
  /** Told when the cycle's clips on the server have changed. */
  readonly onClipsChanged: () => void;
}

/** Makes and sends the clips of one film. What has become of each stands in its draft. */
export interface ClipMaking {
  /** Cuts a draft that is uncut. */
  readonly make: (draftId: string) => void;
  /** Takes a cut back, also while it runs. */
  readonly cancel: (draftId: string) => void;
  /** Sends a draft that is cut, or goes on with one that is on its way. Pressed twice, it sends once. */
  readonly send: (draftId: string) => void;
  /** Stops sending: the clip goes from the server, the finished file stays. */
  readonly stopSending: (draftId: string) => void;
  /** Goes on with all that was under way when the page or the line went. */
  readonly resume: () => void;
  /** By the draft's id; a new map after each change. */
  readonly news: () => ReadonlyMap<string, MakingNews>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Stops all of it; what is under way goes on at the next `resume`. */
  readonly close: () => void;
}
