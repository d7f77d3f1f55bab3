import { describe, expect, it } from "vitest";
import {
  draftId,
  openCutPage,
  openPage,
  otherId,
  saidDraft,
  settle,
} from "./drafts-making-house.ts";

const fileName = `${draftId}.mp4`;

describe("sending a clip", () => {
  it("[CP86] two presses make one clip and send one file", async () => {
    const { world, page } = openCutPage();

    page.making.send(draftId);
    page.making.send(draftId);
    await settle();
    page.making.send(draftId);
    page.making.resume();
    page.uploads[0]?.answer(null);
    await settle();
    page.making.send(draftId);
    await settle();

    expect(world.clips).toHaveLength(1);
    expect(page.uploads).toHaveLength(1);
  });

  it("[CP86] goes on after a reload with the clip it has, and sends its file from the device", async () => {
    const { world, page } = openCutPage();
    page.making.send(draftId);
    await settle();
    page.making.close();
    await settle();
    const after = openPage(world);

    after.making.resume();
    await settle();
    after.uploads[0]?.answer(null);
    await settle();

    expect(page.uploads[0]?.ended).toBe("left");
    expect(after.uploads[0]?.clipId).toBe(page.uploads[0]?.clipId);
    expect(after.draft()?.cut.state).toBe("sent");
    expect(world.clips).toHaveLength(1);
  });

  it("[CP86] a clip whose answer was lost is found again by its words, also after a reload", async () => {
    const { world, page } = openCutPage();
    world.isAnswerLost = true;
    page.making.send(draftId);
    await settle();
    const heard = page.news();
    page.making.close();
    const after = openPage(world);
    world.isAnswerLost = false;

    after.making.send(draftId);
    await settle();
    after.uploads[0]?.answer(null);
    await settle();

    expect(heard).toMatchObject({ kind: "send-refused", refused: { reason: "offline" } });
    expect(page.draft()?.cut.state).toBe("cut");
    expect(world.clips).toHaveLength(1);
    expect(after.draft()?.cut.state).toBe("sent");
  });

  it("[CP86] a file that had gone up whole when the page went is not sent again", async () => {
    const { world, page } = openCutPage();
    page.making.send(draftId);
    await settle();
    page.making.close();
    page.uploads[0]?.answer(null);
    await settle();
    const after = openPage(world);

    after.making.resume();
    await settle();

    expect(after.uploads).toEqual([]);
    expect(after.draft()?.cut.state).toBe("sent");
  });

  it("[CP86] two clips with the same words are two clips", async () => {
    const cut = { state: "cut", fileName: "other.mp4", bytes: 9 } as const;
    const { world, page } = openCutPage([saidDraft(otherId, { cut })]);
    world.files.set("other.mp4", new File(["another"], "other.mp4"));

    page.making.send(draftId);
    await settle();
    page.making.send(otherId);
    await settle();

    expect(new Set(page.uploads.map(({ clipId }) => clipId)).size).toBe(2);
  });

  it("[CP87] a lost line loses nothing: it goes on when the line is back", async () => {
    const { world, page } = openCutPage();
    world.refusal = "offline";
    page.making.send(draftId);
    await settle();
    const before = page.draft()?.cut;
    world.refusal = null;
    page.making.send(draftId);
    await settle();
    page.uploads[0]?.answer("offline");
    await settle();
    const between = [page.draft()?.cut.state, page.news()?.kind];

    page.making.resume();
    await settle();
    page.uploads[1]?.answer(null);
    await settle();

    expect(before).toEqual({ state: "cut", fileName, bytes: 9 });
    expect(between).toEqual(["sending", "send-refused"]);
    expect(page.draft()?.cut.state).toBe("sent");
    expect(world.clips).toHaveLength(1);
  });

  it("[CP87] a refused file says why and keeps everything", async () => {
    const { world, page } = openCutPage();

    page.making.send(draftId);
    await settle();
    page.uploads[0]?.answer("clip-too-long");
    await settle();

    expect(page.news()).toMatchObject({
      kind: "send-refused",
      refused: { reason: "clip-too-long" },
    });
    expect(page.draft()).toMatchObject({ title: "Reaching out", cut: { state: "sending" } });
    expect(world.files.has(fileName)).toBe(true);
  });

  it("[CP87] permission that is missing on the server is told, and nothing is begun", async () => {
    const { world, page } = openCutPage();
    world.refusal = "permissions-missing";

    page.making.send(draftId);
    await settle();

    expect(page.news()).toMatchObject({ refused: { reason: "permissions-missing" } });
    expect(page.draft()?.cut.state).toBe("cut");
    expect(page.uploads).toEqual([]);
  });

  it("[CP88] stopped, takes the clip from the server and keeps the finished file", async () => {
    const { world, page } = openCutPage();
    page.making.send(draftId);
    await settle();

    page.making.stopSending(draftId);
    await settle();

    expect(page.uploads[0]?.ended).toBe("cancelled");
    expect(world.clips).toEqual([]);
    expect(page.draft()?.cut).toEqual({ state: "cut", fileName, bytes: 9 });
    expect(page.news()).toBeUndefined();
  });

  it("[CP88] stopped while its words are on their way, leaves no clip behind", async () => {
    const { world, page } = openCutPage();

    page.making.send(draftId);
    page.making.stopSending(draftId);
    await settle();
    const early = [...world.clips];
    page.making.send(draftId);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    page.making.stopSending(draftId);
    await settle();

    expect(early).toEqual([]);
    expect(world.clips).toEqual([]);
    expect(page.draft()?.cut.state).toBe("cut");
  });

  it("[CP87] a clip that was removed from the cycle meanwhile is not put there again by itself", async () => {
    const { world, page } = openCutPage();
    page.making.send(draftId);
    await settle();
    page.making.close();
    world.clips = [];
    await settle();
    const after = openPage(world);

    after.making.resume();
    await settle();

    expect(after.news()?.kind).toBe("clip-gone");
    expect(after.draft()?.cut).toEqual({ state: "cut", fileName, bytes: 9 });
    expect(world.clips).toEqual([]);
  });

  it("[CP87] a finished file that the device no longer has is made anew, and no clip is begun", async () => {
    const { world, page } = openCutPage();
    world.files.clear();

    page.making.send(draftId);
    await settle();

    expect(page.news()?.kind).toBe("file-gone");
    expect(page.draft()).toMatchObject({ title: "Reaching out", cut: { state: "uncut" } });
    expect(world.clips).toEqual([]);
  });
});
