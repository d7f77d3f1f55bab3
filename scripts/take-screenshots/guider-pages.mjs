import { startDemo } from "./house.mjs";
import { button, call, leave, openPerson } from "./people.mjs";

const dayMs = 24 * 60 * 60 * 1000;

/** Other pairs this guider works with, at other places of their journeys. */
const others = [
  {
    journey: { practitionerName: "Sam", childName: "Ayaan", setting: "Early years, snack table" },
    question: "I hope to notice when Ayaan starts a chat.",
    inDays: 2,
  },
  {
    journey: { practitionerName: "Priya", childName: "Ella", setting: "Year 6, sensory room" },
    question: "How can I follow Ella's lead when the room gets busy?",
    inDays: null,
  },
];

/** A guider's home and a journey in full work, with every dialog. */
export async function guiderPages({ browser, shoot }) {
  const demo = await startDemo();
  const page = await openPerson(browser, demo.guider);
  await page.locator("[data-phase]").waitFor();
  for (const { journey, question, inDays } of others) {
    const { journeyId, cycles } = await call(page, "POST", "/api/journeys", journey);
    await call(page, "PUT", `/api/journeys/${journeyId}/helping-question`, {
      helpingQuestion: question,
    });
    if (inDays === null) continue;
    await call(page, "POST", `/api/cycles/${cycles[0].cycleId}/reviews`, {
      startsAtMs: Date.now() + inDays * dayMs,
    });
  }

  await page.goto(demo.url);
  await page.getByText("Open now", { exact: true }).waitFor();
  await page.getByText("shared review 2").waitFor();
  await shoot(page, "home-full");
  await page.getByRole("link", { name: "Open the journey of Callum and Kit" }).click();
  await page.getByText("The empty cup").first().waitFor();
  await shoot(page, "journey-full");
  await dialogs(page, shoot);
  await page.locator("summary").filter({ hasText: "Kit" }).first().click();
  const permissions = page.getByRole("list", { name: "What Kit has said" });
  await shoot(page, "journey-permissions", () => permissions.scrollIntoViewIfNeeded());
  const clips = page.getByRole("heading", { name: "Clips" });
  await shoot(page, "journey-clips", () =>
    clips.evaluate((heading) => heading.scrollIntoView({ behavior: "instant" })),
  );
  await leave(page);
  await demo.stop();
}

async function dialogs(page, shoot) {
  const open = async (pressed, name) => {
    await pressed.click();
    await page.getByRole("dialog").waitFor();
    await shoot(page, name);
  };
  const close = async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  };
  await open(button(page, "Add a clip"), "add-clip-empty");
  await close();
  await open(page.getByRole("button", { name: "Remove the clip" }).first(), "remove-clip");
  await close();
  await open(page.getByRole("button", { name: "Change the hope" }).first(), "hope-full");
  await close();
  await open(button(page, "Add a person"), "add-person-empty");
  await close();
  await open(button(page, "Invite"), "invite-empty");
  await page.getByLabel("First name").fill("Callum");
  await button(page, "Make the link").click();
  await page.getByRole("textbox", { name: "Link", exact: true }).waitFor();
  await shoot(page, "invite-link");
  await close();
}
