import { describe, expect, it } from "vitest";
import { refuseCut } from "#client/features/studio/cut/cut-outcome.ts";
import { withDraft } from "#client/features/studio/studio.ts";
import { withPlan } from "#shared/studio/drafts.ts";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import {
  createWorld,
  draftId,
  finished,
  openCutPage,
  openPage,
  saidDraft,
  settle,
} from "./drafts-making-house.ts";

const fileName = `${draftId}.mp4`;

type Page = ReturnType<typeof openPage>;

function withOtherEnd(film: StudioFilm): StudioFilm {
  const stretch = { startMs: 0, endMs: 900 };
  return withDraft(film, draftId, (draft) => withPlan(draft, { ...draft.plan, stretch }));
}

describe("making a clip", () => {
  it("[CP87] goes from cut to sent by itself and tells how far it is; its file then leaves the device", async () => {
    const world = createWorld([saidDraft(draftId)]);
    const page = openPage(world);

    page.making.make(draftId);
    page.cuts[0]?.options.onProgress(0.4);
    const midway = page.draft()?.cut;
    world.files.set(fileName, new File(["the clip"], fileName));
    page.cuts[0]?.answer(finished(fileName));
    await settle();
    page.making.send(draftId);
    await settle();
    page.uploads[0]?.onProgress(0.5, true);
    const goingUp = page.news();
    page.uploads[0]?.answer(null);
    await settle();

    expect(midway).toEqual({ state: "cutting", fraction: 0.4 });
    expect(goingUp).toEqual({ kind: "going-up", fraction: 0.5, isWaiting: true });
    expect(page.states).toEqual(["cutting", "cut", "sending", "sent"]);
    expect(world.log).toEqual(["clip added", "file goes up, its clip kept", "file removed"]);
    expect(page.news()).toBeUndefined();
    expect(page.clipsChanged()).toBe(2);
    expect(await page.uploads[0]?.file.text()).toBe("the clip");
  });

  it.each([
    ["a press", (page: Page) => page.making.cancel(draftId)],
    ["a change of plan", (page: Page) => page.document.edit(withOtherEnd)],
    ["removing it", (page: Page) => page.document.edit((film) => ({ ...film, drafts: [] }))],
  ])(
    "[CP88] [CP89] is stopped by %s, and leaves no file even when it was just finished",
    async (_by, stop) => {
      const world = createWorld([saidDraft(draftId)]);
      const page = openPage(world);

      page.making.make(draftId);
      stop(page);
      world.files.set(fileName, new File(["the clip"], fileName));
      page.cuts[0]?.answer(finished(fileName));
      await settle();

      expect(page.cuts[0]?.options.signal.aborted).toBe(true);
      expect(["uncut", "removed"]).toContain(page.states.at(-1));
      expect(page.states).not.toContain("cut");
      expect(world.files.size).toBe(0);
    },
  );

  it("[CP88] that was stopped can be made again", async () => {
    const page = openPage(createWorld([saidDraft(draftId)]));
    page.making.make(draftId);
    page.document.edit(withOtherEnd);
    page.cuts[0]?.answer(refuseCut("stopped"));
    await settle();

    page.making.make(draftId);
    page.cuts[1]?.answer(finished(fileName));
    await settle();

    expect(page.states).toEqual(["cutting", "uncut", "cutting", "cut"]);
    expect(page.news()).toBeUndefined();
  });

  it("[CP88] [CP89] a change of plan after it was cut removes its file from the device", async () => {
    const { world, page } = openCutPage();

    page.document.edit(withOtherEnd);
    await settle();

    expect(page.draft()?.cut).toEqual({ state: "uncut" });
    expect(world.files.size).toBe(0);
  });

  it("[CP87] begins again after a reload in the middle", async () => {
    const world = createWorld([saidDraft(draftId)]);
    const before = openPage(world);
    before.making.make(draftId);
    before.cuts[0]?.options.onProgress(0.4);
    before.making.close();
    before.cuts[0]?.answer(finished(fileName));
    await settle();
    const after = openPage(world);

    after.making.resume();
    after.making.resume();
    after.cuts[0]?.answer(finished(fileName));
    await settle();

    expect(before.states).toEqual(["cutting"]);
    expect(after.cuts).toHaveLength(1);
    expect(after.draft()?.cut).toEqual({ state: "cut", fileName, bytes: 9 });
  });

  it("[CP87] that is refused says why until it is asked for again", async () => {
    const page = openPage(createWorld([saidDraft(draftId)]));

    page.making.make(draftId);
    page.cuts[0]?.answer(refuseCut("disk-full"));
    await settle();
    const refused = page.news();
    page.making.make(draftId);

    expect(refused).toMatchObject({ kind: "cut-refused", refused: { reason: "disk-full" } });
    expect(page.news()).toBeUndefined();
    expect(page.draft()?.cut.state).toBe("cutting");
  });
});
