import { refuse } from "#client/lib/api.ts";
import type { CallRefusal } from "#client/lib/api.ts";
import type { CutOptions } from "#client/features/studio/cut/cut-outcome.ts";
import type { Cutter } from "#client/features/studio/cut/cutter.ts";
import { createClipMaking } from "#client/features/studio/drafts/create-clip-making.ts";
import { createStudioDocument } from "#client/features/studio/studio-document.ts";
import { clipSchema } from "#shared/domain/clip.ts";
import type { Clip } from "#shared/domain/clip.ts";
import { personSchema, purposeSchema } from "#shared/domain/people.ts";
import { ok } from "#shared/lib/result.ts";
import { studioFilmSchema } from "#shared/studio/studio-film.ts";
import type { DraftClip, StudioFilm } from "#shared/studio/studio-film.ts";
import { buildClipMedia } from "#tests/helpers/build-records.ts";
import { buildDraft, buildStudioFilm } from "#tests/helpers/build-draft.ts";

export const draftId = "6fa459ea-ee8a-4ca4-894e-db77e160355e";
export const otherId = "16fd2706-8baf-433b-82eb-8c7fada847da";
const clipIds = [
  "7d444840-9dc0-41d1-b245-5ffdce74fad2",
  "886313e1-3b8a-4372-9b90-0c9aee199e5d",
].map((id) => clipSchema.shape.clipId.parse(id));

const permissions = Object.fromEntries(purposeSchema.options.map((purpose) => [purpose, "given"]));
const callum = personSchema.parse({
  personId: "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
  name: "Callum",
  relation: "child",
  permissions,
});

/** A draft of which all is said that is wanted. */
export const saidDraft = (id: string, said: Partial<DraftClip> = {}): DraftClip =>
  buildDraft(id, { peopleInShot: [callum.personId], ...said });

export interface AskedCut {
  readonly options: CutOptions;
  readonly answer: (outcome: Awaited<ReturnType<Cutter["cut"]>>) => void;
}

export interface AskedUpload {
  readonly clipId: string;
  readonly file: File;
  readonly onProgress: (fraction: number, isWaiting: boolean) => void;
  readonly answer: (reason: CallRefusal | null) => void;
  ended: "cancelled" | "left" | null;
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

/** A server with one cycle, and a device whose database and store outlive the page. */
export function createWorld(drafts: readonly DraftClip[]) {
  const world = {
    clips: [] as Clip[],
    files: new Map<string, File>(),
    saved: buildStudioFilm(drafts),
    /** What was done outside the page, in order. */
    log: [] as string[],
    /** While it is set, no request comes back with anything else. */
    refusal: null as CallRefusal | null,
    /** The server does what it is asked, and the answer is lost on the way. */
    isAnswerLost: false,
  };
  return world;
}

type World = ReturnType<typeof createWorld>;

/** Opens the page on that device; what it keeps is read from the device, as after a reload. */
export function openPage(world: World) {
  const cuts: AskedCut[] = [];
  const uploads: AskedUpload[] = [];
  const states: string[] = [];
  let clipsChanged = 0;
  const save = (film: StudioFilm) => {
    world.saved = studioFilmSchema.parse(structuredClone(film));
  };
  const document = createStudioDocument(studioFilmSchema.parse(world.saved), { save });
  const answered = <Value>(value: Value) =>
    Promise.resolve(world.refusal === null ? ok(value) : refuse(world.refusal));
  const note = (draft: DraftClip | undefined) => {
    const state = draft?.cut.state ?? "removed";
    if (states.at(-1) !== state) states.push(state);
  };
  document.subscribe(() => note(document.current().drafts.find((one) => one.draftId === draftId)));

  const making = createClipMaking({
    document,
    film: new Blob(["a film"]),
    cutter: {
      cut: (_film, _plan, _fileName, options) =>
        new Promise((resolve) => void cuts.push({ options, answer: resolve })),
    },
    openCut: (fileName) => Promise.resolve(world.files.get(fileName) ?? null),
    removeCut: (fileName) => {
      world.files.delete(fileName);
      world.log.push(`file removed`);
      return Promise.resolve();
    },
    readCycle: () => answered({ people: [callum], clips: [...world.clips] }),
    addClip: (words) => {
      if (world.refusal !== null) return answered(null as never);
      const clip = clipSchema.parse({
        ...words,
        clipId: clipIds[world.clips.length],
        cycleId: world.saved.cycleId,
        position: 0,
        preparation: "",
        media: null,
      });
      world.clips.push(clip);
      world.log.push("clip added");
      return Promise.resolve(world.isAnswerLost ? refuse("offline") : ok(clip));
    },
    removeClip: (clipId) => {
      if (world.refusal === null) {
        world.clips = world.clips.filter((clip) => clip.clipId !== clipId);
        world.log.push("clip removed");
      }
      return answered(null);
    },
    upload(clipId, file, onProgress) {
      const kept = world.saved.drafts.some(({ cut }) => "clipId" in cut && cut.clipId === clipId);
      world.log.push(kept ? "file goes up, its clip kept" : "file goes up, its clip not kept");
      const asked: Partial<AskedUpload> = { clipId, file, onProgress, ended: null };
      const answer = new Promise<Awaited<ReturnType<typeof takeFile>>>((resolve) => {
        Object.assign(asked, {
          answer: (reason: CallRefusal | null) => resolve(takeFile(world, clipId, reason)),
        });
      });
      uploads.push(asked as AskedUpload); // all of it is there by now
      const endAs = (ended: "cancelled" | "left") => () => end(uploads, clipId, ended);
      return { answer, cancel: endAs("cancelled"), leave: endAs("left") };
    },
    whenSaved: () => Promise.resolve(),
    onClipsChanged: () => (clipsChanged += 1),
  });
  return {
    making,
    document,
    cuts,
    uploads,
    states,
    draft: () => document.current().drafts.find((one) => one.draftId === draftId),
    news: () => making.news().get(draftId),
    clipsChanged: () => clipsChanged,
  };
}

function takeFile(world: World, clipId: string, reason: CallRefusal | null) {
  if (reason !== null) return refuse(reason);
  const { framesMs: _framesMs, ...media } = buildClipMedia();
  world.clips = world.clips.map((clip) => (clip.clipId === clipId ? { ...clip, media } : clip));
  const clip = world.clips.find((one) => one.clipId === clipId);
  return clip === undefined ? refuse("not-found") : ok(clip);
}

function end(uploads: AskedUpload[], clipId: string, ended: "cancelled" | "left"): void {
  const asked = uploads.find((upload) => upload.clipId === clipId);
  if (asked === undefined) return;
  asked.ended = ended;
  asked.answer("offline");
}

/** A page whose one draft is cut and lies on the device. */
export function openCutPage(others: readonly DraftClip[] = []) {
  const cut = { state: "cut", fileName: `${draftId}.mp4`, bytes: 9 } as const;
  const world = createWorld([saidDraft(draftId, { cut }), ...others]);
  world.files.set(cut.fileName, new File(["the clip"], cut.fileName));
  return { world, page: openPage(world) };
}

/** How a cut ends well. */
export function finished(fileName: string): Awaited<ReturnType<Cutter["cut"]>> {
  const size = { width: 320, height: 180 };
  const value = { fileName, byteCount: 9, frames: [], durationMs: 1_000, size, hasSound: true };
  return { ok: true, value };
}
