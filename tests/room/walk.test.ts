import { expect, test } from "@playwright/test";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import { readFrameNumber } from "#tests/helpers/clips.ts";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import { expectReady, leave, openPerson } from "#tests/helpers/people.ts";
import { rounds } from "#tests/helpers/watched-review.ts";
import {
  addClip,
  endJourney,
  makeReport,
  openRoom,
  planAndInvite,
  setUp,
  startJourney,
} from "./guider-steps.ts";
import { agreeToReport, askToComeIn, checkIn, shareStrengths } from "./practitioner-steps.ts";
import { scenarioA, scenarioB } from "./scenario-words.ts";
import {
  expectSaved,
  field,
  keptInBrowser,
  placeGoal,
  readCycle,
  writeCycle,
  writeFocus,
} from "./writing-together.ts";
import type { Pair } from "./writing-together.ts";

test.setTimeout(300_000);

const stories = [
  ["A", scenarioA, 1],
  ["B", scenarioB, rounds(0, 1)],
] as const;
/** In so many of the three cycles the server is killed once all is written. */
const killed = rounds(2, 3);

/** One plays, the other pauses, and both see the same picture. */
async function playAndPause([one, other]: Pair): Promise<void> {
  await one.getByRole("button", { name: "Play together" }).click();
  await expect.poll(() => readFrameNumber(other)).toBeGreaterThan(10);
  await other.getByRole("button", { name: "Pause together" }).click();
  for (const page of [one, other]) await expectReady(page);
  expect(await readFrameNumber(one)).toBe(await readFrameNumber(other));
}

for (const [name, words, isWalked] of stories) {
  if (isWalked === 0) continue;
  test(`[BS53] [RM13] [JN13] [F5.1] [F4.7] [F4.10] scenario ${name} is walked by two people from "Start a journey" to the strengths summary, through three cycles, and read back exactly after the server was killed`, async () => {
    const server = await startBuiltServer();
    const line = await startFaultProxy(server.port);
    const nadia = await openPerson(server);
    const callum = await openPerson(server, line);
    const guider = nadia.page;
    const practitioner = callum.page;
    const pair: Pair = [practitioner, guider];
    const { practitionerName } = words;

    await test.step("the first guider sets up and starts a journey", async () => {
      await setUp(guider, server.setUpLink ?? "");
      await startJourney(guider, words);
    });
    const journey = guider.url();

    for (const [n, cycle] of words.cycles.entries()) {
      await test.step(`cycle ${n + 1}: a clip, a link, and the way in`, async () => {
        await addClip(guider, n + 1, words);
        const kind = n + 1 < words.cycles.length ? "Shared review" : "Last review";
        const link = await planAndInvite(guider, n + 1, kind);
        await askToComeIn(practitioner, link);
        await guider.getByRole("button", { name: `Let in ${practitionerName}` }).click();
        await openRoom(guider, n + 1);
        for (const page of pair) await expectReady(page);
      });
      await test.step(`cycle ${n + 1}: both write, and all of it is there`, async () => {
        if (n === 0) await playAndPause(pair);
        if (n === 0) await writeFocus(pair, words);
        await writeCycle(pair, cycle);
        await placeGoal(pair, words.goals[0] ?? "", 4 + n);
        for (const page of pair) await expectSaved(page);
        if (n < killed) {
          await server.restart();
          await Promise.all(pair.map((page) => page.reload()));
        }
        for (const page of pair) {
          await expectReady(page);
          expect(await readCycle(page, cycle)).toEqual(cycle);
        }
        const shown = guider.getByRole("group", { name: "What you came with" });
        for (const text of [words.helpingQuestion, ...words.goals]) {
          await expect(shown).toContainText(text);
        }
      });
      if (n === 0) {
        await test.step("words on a dead line outlive a reload", async () => {
          await practitioner.getByRole("tab", { name: "This moment" }).click();
          await guider.getByRole("tab", { name: "This moment" }).click();
          line.blackhole();
          await field(practitioner, "/response").focus();
          await practitioner.keyboard.type("Kept in this tab.");
          await expect.poll(() => keptInBrowser(practitioner)).toContain("Kept in this tab.");
          line.drop();
          line.heal();
          await practitioner.reload();
          await expect(field(guider, "/response")).toHaveValue(/Kept in this tab\./);
        });

        await test.step("and whoever leaves leaves no word behind", async () => {
          await expectReady(practitioner);
          await expectSaved(practitioner);
          line.blackhole();
          await field(practitioner, "/response").focus();
          await practitioner.keyboard.type("Gone with me.");
          await expect.poll(() => keptInBrowser(practitioner)).toContain("Gone with me.");
          await practitioner.getByRole("button", { name: "Leave" }).click();
          line.drop();
          line.heal();
          await practitioner.getByRole("heading", { name: "You have left the room" }).waitFor();
          expect(await keptInBrowser(practitioner)).not.toMatch(/Gone|unsent|Kit/);
          await practitioner.getByRole("link", { name: "Back to my way in" }).click();
          await expectReady(practitioner);
        });
      }
      if (n + 1 === words.cycles.length) {
        await test.step("the last review has the first film beside the last", async () => {
          await practitioner.getByRole("button", { name: "Then and now" }).click();
          const both = practitioner.getByRole("dialog", { name: "Then and now" });
          for (const film of ["Cycle 1: Film 1", `Cycle ${n + 1}: Film ${n + 1}`]) {
            await expect(both.getByLabel(film, { exact: true })).toHaveJSProperty("readyState", 4);
          }
          await practitioner.keyboard.press("Escape");
        });
      }
      await test.step(`cycle ${n + 1}: both agree to the board, and the review ends`, async () => {
        await guider.getByRole("button", { name: "Finish the review" }).click();
        await practitioner.getByLabel("What will be filmed").fill(`Snack ${n}`);
        await practitioner.getByRole("button", { name: "Note it for both" }).click();
        await expect(guider.getByLabel("What will be filmed")).toHaveValue(`Snack ${n}`);
        await practitioner
          .getByRole("button", { name: "How are you leaving today? (private)" })
          .click();
        await checkIn(practitioner.getByRole("dialog", { name: "How are you?" }), `curious ${n}`);
        await practitioner.keyboard.press("Escape");
        for (const page of pair) {
          await page.getByRole("button", { name: "I agree with this board" }).click();
        }
        await guider.getByRole("button", { name: "Keep these and finish" }).click();
        if (cycle.aims.length === 0) {
          await expect(
            guider.getByText("Nothing to do more of has been written yet."),
          ).toBeVisible();
          await guider.getByRole("button", { name: "Finish as it is" }).click();
        }
        await expect(
          practitioner.getByRole("heading", { name: "The shared review has finished" }),
        ).toBeVisible();
        await practitioner.getByRole("link", { name: "Go to my place" }).click();
        await expect(practitioner.getByRole("cell", { name: `curious ${n}` })).toBeVisible();
        await guider.goto(journey);
        await expect(guider.getByText(`The next film: Snack ${n}`)).toBeVisible();
        if (n + 1 < words.cycles.length) {
          await guider.getByRole("button", { name: "Start the next cycle" }).click();
        }
      });
    }

    await test.step("a report is made, read and agreed to", async () => {
      await makeReport(guider, words.cycles.length, "Thank you for these weeks.");
      await practitioner.reload();
      await agreeToReport(practitioner, "I wait now.");
      await guider.reload();
      await expect(guider.getByText(new RegExp(`^${practitionerName} agreed on`))).toBeVisible();
      await expect(guider.getByText("I wait now.")).toBeVisible();
    });

    await test.step("the goals' line holds where they stood after each cycle", async () => {
      await practitioner.getByRole("link", { name: "Then and now" }).click();
      await practitioner.getByText("See as a table").click();
      const row = practitioner.getByRole("row").filter({ hasText: words.goals[0] ?? "" });
      await expect(row.getByRole("cell")).toHaveText(["Not said", "4", "5", "6", "Not said"]);
    });

    await test.step("the practitioner shares a strengths summary, which opens for whoever has the link", async () => {
      await practitioner.getByRole("link", { name: "My strengths" }).click();
      const link = await shareStrengths(practitioner, 3);
      const head = await openPerson(server);
      await head.page.goto(link);
      await expect(head.page.getByRole("heading").first()).toContainText(practitionerName);
      await expect(head.page.getByText(words.childName)).toHaveCount(0);
      await leave(head);
    });

    await test.step("the journey ends, and both see what is kept and the day on which clips go", async () => {
      await guider.goto(journey);
      const keeps = "We both keep the reports.";
      const day = await endJourney(guider, keeps);
      await practitioner.getByRole("link", { name: "My place" }).click();
      const agreed = practitioner.getByRole("region", { name: "How it ends" });
      for (const text of [keeps, day]) await expect(agreed.getByText(text)).toBeVisible();
      await expect(guider.getByRole("button", { name: "Start the next cycle" })).toHaveCount(0);
    });

    expect([...nadia.watch.faults, ...callum.watch.faults]).toEqual([]);
    await leave(nadia, callum);
    await line.close();
    await server.stop();
  });
}
