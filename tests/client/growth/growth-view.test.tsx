import { renderToStaticMarkup } from "react-dom/server";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { GrowthSections } from "#client/features/growth/GrowthView.tsx";
import { OpenClips } from "#client/features/growth/OpenClips.tsx";
import { SideBySide } from "#client/features/growth/SideBySide.tsx";
import { ThenAndNow } from "#client/features/growth/ThenAndNow.tsx";
import type { Growth, GrowthClip } from "#shared/protocol/growth-routes.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { buildRoomClip } from "#tests/helpers/player-snapshots.ts";

const buildClip = (cycleNumber: number, title: string): GrowthClip => ({
  clipId: newId.clip(),
  cycleNumber,
  title,
  captions: "WEBVTT",
  media: { width: 640, height: 360, durationMs: 12_000, framesMs: [0, 40] },
  openUntilMs: new Date("2026-12-07T23:59").getTime(),
});
const clips = [buildClip(1, "Bubbles"), buildClip(1, "Blocks"), buildClip(3, "Corridor")];
const surroundings = {
  viewerName: "Callum",
  drawCaptions: (captions: string) => <p>{captions}</p>,
};

/** As on a practitioner's page: nothing of the guider's frame is around it. */
const show = (part: ReactNode) => renderToStaticMarkup(part);

it("[F5.2] [JN53] sets the first clip of the first cycle beside the first of the last, each with the viewer's name", () => {
  const page = show(<SideBySide clips={clips} {...surroundings} />);

  expect(
    [...page.matchAll(/<option value="[^"]*" selected="">([^<]*)/g)].map((one) => one[1]),
  ).toEqual(["Cycle 1: Bubbles", "Cycle 3: Corridor"]);
  expect(page).toContain("Play both");
  expect(page.match(/Shown to Callum/g)).toHaveLength(2);
  expect(page.match(/<p>WEBVTT<\/p>/g)).toHaveLength(2);
  expect(page.match(/type="range"/g)).toHaveLength(2);
});

it("[JN56] then and now stand in a room that has the clips of two cycles, and in no other", () => {
  const inRoom = clips.map(({ clipId, cycleNumber, media }) => ({
    ...buildRoomClip({ clipId, clipRev: "r", ...media }),
    cycleNumber,
  }));
  const room = { isCovered: false, onOpen: () => undefined, ...surroundings };

  expect(show(<ThenAndNow clips={inRoom} {...room} />)).toContain("Then and now");
  expect(show(<ThenAndNow clips={inRoom.slice(0, 2)} {...room} />)).toBe("");
});

it("[F5.2] [JN53] says what will stand there while there are not two clips", () => {
  const page = show(<SideBySide clips={clips.slice(0, 1)} {...surroundings} />);

  expect(page).toContain("Two clips stand here once there are two");
  expect(page).not.toContain("<select");
});

it("[JN54] lists what is open to the practitioner with its day, and fetches nothing before it is watched", () => {
  const page = show(<OpenClips clips={clips.slice(0, 1)} {...surroundings} />);

  expect(page).toContain("Open until 7 December 2026");
  expect(page).toContain('aria-label="Watch Cycle 1: Bubbles"');
  expect(page).not.toContain("Shown to");
  expect(show(<OpenClips clips={[]} {...surroundings} />)).toContain("No clip is open to you now");
});

it("[A20] [F5.2] the whole story stands on one page: question, clips, each cycle's moment, aims and goals", () => {
  const growth: Growth = {
    practitionerName: "Callum",
    childName: "Zara",
    helpingQuestion: "How do I reach Zara?",
    goals: [
      {
        goalId: newId.goal(),
        text: "I wait longer",
        baseline: 2,
        hopedFor: 7,
        ratings: [1, 2, 3].map((cycleNumber) => ({ cycleNumber, value: cycleNumber + 2 })),
      },
    ],
    clips,
    strip: [1, 2, 3].map((cycleNumber) => ({
      cycleNumber,
      moment: null,
      aims: [{ text: `Aim ${cycleNumber}`, whereWhen: "", howDidItGo: `Went ${cycleNumber}` }],
    })),
  };

  const page = show(
    <GrowthSections growth={growth} isOwn={false}>
      <SideBySide clips={growth.clips} {...surroundings} />
    </GrowthSections>,
  );

  expect([...page.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, words]) => words)).toEqual([
    "The helping question",
    "Two clips side by side",
    "Film strip",
    "Goals over the cycles",
  ]);
  for (const words of ["How do I reach Zara?", "Aim 1", "How it went: Went 3", "I wait longer"]) {
    expect(page).toContain(words);
  }
  expect(page).toContain("<table");
});
