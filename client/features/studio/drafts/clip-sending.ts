import { refuse } from "#client/lib/api.ts";
import type { Refused } from "#client/lib/api.ts";
import type { ClipUpload } from "#client/lib/upload-clip.ts";
import { withDraft } from "#client/features/studio/studio.ts";
import type { Clip } from "#shared/domain/clip.ts";
import { ok } from "#shared/lib/result.ts";
import { begunClip, clipWordsOf } from "#shared/studio/drafts-words.ts";
import type { CutState, DraftClip } from "#shared/studio/studio-film.ts";
import type { CycleNow, MakingNews, MakingParts } from "./clip-making.ts";
import type { NewsBoard } from "./making-news.ts";

/** Sends finished clips; each is sent once, however often it is asked for. */
export interface ClipSending {
  readonly send: (draftId: string) => void;
  readonly stop: (draftId: string) => void;
  readonly close: () => void;
}

/** One clip that goes up now. */
interface Job {
  upload: ClipUpload | null;
  isStopped: boolean;
}

type WithFile = Extract<CutState, { fileName: string }>;

/** Sends the drafts of this document. Its words and its id lie on the device before a byte of a file goes. */
export function createClipSending(parts: MakingParts, news: NewsBoard): ClipSending {
  const { document } = parts;
  const jobs = new Map<string, Job>();
  let isClosed = false;
  const isOver = (job: Job) => isClosed || job.isStopped;

  const find = (draftId: string) =>
    document.current().drafts.find((draft) => draft.draftId === draftId);

  function setCut(draftId: string, cut: CutState): void {
    document.edit((film) => withDraft(film, draftId, (draft) => ({ ...draft, cut })));
  }

  async function work(draftId: string, job: Job): Promise<MakingNews | null> {
    const draft = find(draftId);
    if (draft === undefined || !hasFile(draft.cut)) return null;
    const { cut } = draft;
    const [cycle, file] = await Promise.all([parts.readCycle(), parts.openCut(cut.fileName)]);
    if (isOver(job)) return null;
    if (!cycle.ok) return notSent(cycle);
    const known = cycle.value.clips.find(
      ({ clipId }) => cut.state === "sending" && clipId === cut.clipId,
    );
    if (known !== undefined && known.media !== null) return finish(draftId, known);
    if (file === null) {
      setCut(draftId, { state: "uncut" });
      return { kind: "file-gone" };
    }
    if (known !== undefined) return sendFile(draftId, known, file, job);
    return cut.state === "sending" ? letGo(draftId, cut) : begin(draft, cycle.value, file, job);
  }

  /** Gives the clip its words on the server, then its file. */
  async function begin(
    draft: DraftClip,
    { people, clips }: CycleNow,
    file: File,
    job: Job,
  ): Promise<MakingNews | null> {
    const words = clipWordsOf(draft, people);
    if (words === null) return notSent(refuse("invalid"));
    const claimed = document
      .current()
      .drafts.flatMap(({ cut }) => ("clipId" in cut ? cut.clipId : []));
    const begun = begunClip(clips, words, claimed);
    const made = begun === null ? await parts.addClip(words) : ok(begun);
    if (!made.ok) return notSent(made);
    const { draftId, cut } = draft;
    // The page goes, or the draft was changed meanwhile: its words lead back to the clip.
    if (isClosed || !hasFile(cut) || find(draftId)?.cut !== cut) return null;
    const { clipId } = made.value;
    setCut(draftId, { state: "sending", clipId, fileName: cut.fileName, bytes: cut.bytes });
    parts.onClipsChanged();
    await parts.whenSaved();
    return isOver(job) ? null : sendFile(draftId, made.value, file, job);
  }

  async function sendFile(
    draftId: string,
    clip: Clip,
    file: File,
    job: Job,
  ): Promise<MakingNews | null> {
    const tell = (fraction: number, isWaiting: boolean) => {
      if (!isOver(job)) news.tell(draftId, { kind: "going-up", fraction, isWaiting });
    };
    job.upload = parts.upload(clip.clipId, file, tell);
    const answer = await job.upload.answer;
    if (isOver(job)) return null;
    if (answer.ok || answer.reason === "already-done") return finish(draftId, clip);
    const cut = find(draftId)?.cut;
    if (answer.reason === "not-found" && cut?.state === "sending") return letGo(draftId, cut);
    return notSent(answer);
  }

  function finish(draftId: string, { clipId }: Clip): null {
    setCut(draftId, { state: "sent", clipId });
    parts.onClipsChanged();
    return null;
  }

  /** The clip is not on the server any more; the finished file stays here. */
  function letGo(draftId: string, { fileName, bytes }: WithFile): MakingNews {
    setCut(draftId, { state: "cut", fileName, bytes });
    return { kind: "clip-gone" };
  }

  async function takeBack(draftId: string): Promise<MakingNews | null> {
    const cut = find(draftId)?.cut;
    if (cut?.state !== "sending") return null;
    const removed = await parts.removeClip(cut.clipId);
    if (isClosed) return null;
    if (!removed.ok && removed.reason !== "not-found") return notSent(removed);
    letGo(draftId, cut);
    parts.onClipsChanged();
    return null;
  }

  async function run(draftId: string, job: Job): Promise<void> {
    news.tell(draftId, { kind: "going-up", fraction: 0, isWaiting: false });
    let left = job.isStopped ? null : await work(draftId, job);
    if (job.isStopped && !isClosed) left = await takeBack(draftId);
    if (!isClosed) news.tell(draftId, left);
  }

  function start(draftId: string, isStopped: boolean): void {
    if (isClosed || jobs.has(draftId)) return;
    const job = { upload: null, isStopped };
    jobs.set(draftId, job);
    void run(draftId, job).finally(() => jobs.delete(draftId));
  }

  return {
    send: (draftId) => start(draftId, false),
    stop(draftId) {
      const job = jobs.get(draftId);
      if (job === undefined) start(draftId, true);
      else {
        job.isStopped = true;
        job.upload?.cancel();
      }
    },
    close() {
      isClosed = true;
      for (const { upload } of jobs.values()) upload?.leave();
    },
  };
}

function hasFile(cut: CutState): cut is WithFile {
  return cut.state === "cut" || cut.state === "sending";
}

function notSent(refused: Refused): MakingNews {
  return { kind: "send-refused", refused };
}
