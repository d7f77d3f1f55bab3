import { startDemo } from "./house.mjs";
import { letIn, leave, openPerson } from "./people.mjs";

/** What a guest can read after the room; the guider reads the same for a finished review. */
const reasons = [
  "link-ended",
  "asked-out",
  "signed-out",
  "seat-moved",
  "permission-withdrawn",
  "server-restarting",
  "review-ended",
];

/** After the room, by each reason there is. */
export async function afterTheRoom({ browser, shoot, line }) {
  const demo = await startDemo();
  line.lead(demo.url);
  const nadia = await openPerson(browser, demo.guider);
  const callum = await openPerson(browser, demo.practitioner);
  await letIn(nadia, callum);
  const here = new URL(demo.practitioner).origin;
  for (const reason of reasons) {
    await callum.goto(`${here}/ended?why=${reason}`);
    await callum.getByText("Is this a shared computer?").waitFor();
    await shoot(callum, `ended-${reason}`);
  }
  await nadia.goto(`${demo.url}/ended?why=review-ended`);
  await nadia.getByRole("link", { name: "Back to journeys" }).waitFor();
  await shoot(nadia, "ended-review-ended-guider");
  await leave(nadia, callum);
  await demo.stop();
}
