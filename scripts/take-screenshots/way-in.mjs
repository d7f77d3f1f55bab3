import { startDemo } from "./house.mjs";
import { button, call, knock, leave, openPerson } from "./people.mjs";

const hourMs = 60 * 60 * 1000;

/** A guest's way in with every turn it can take, and the knock as the guider meets it. */
export async function wayIn({ browser, shoot, line }) {
  const demo = await startDemo();
  line.lead(demo.url);
  const guest = await openPerson(browser, demo.practitioner);
  const here = new URL(demo.practitioner).origin;
  await guest.getByRole("heading", { name: "Hello Callum" }).waitFor();
  await shoot(guest, "way-in-hello");
  await guest.getByText("Check camera and sound").click();
  await guest.getByText("What is kept, and who sees it").click();
  await shoot(guest, "way-in-hello-open");
  await knock(guest);
  await shoot(guest, "way-in-waiting-guider-not-here");

  const nadia = await openPerson(browser, demo.guider);
  await nadia.getByRole("region", { name: "At the door" }).waitFor();
  await guest.getByRole("heading", { name: "Nadia knows you are here" }).waitFor();
  await shoot(guest, "way-in-waiting");
  await shoot(nadia, "knock-room");
  await nadia.goto(demo.url);
  await nadia.getByRole("region", { name: "At the door" }).waitFor();
  await shoot(nadia, "knock-home");
  await nadia.getByRole("button", { name: "Not now, Callum" }).click();
  await guest.getByText("Nadia cannot open the door just now").waitFor();
  await shoot(guest, "way-in-not-now");

  const [{ journeyId }] = await call(nadia, "GET", "/api/journeys");
  const { cycles } = await call(nadia, "GET", `/api/journeys/${journeyId}`);
  const [{ cycleId, reviews }] = cycles;
  const [{ reviewId }] = reviews;
  await call(nadia, "PUT", `/api/reviews/${reviewId}/lock`, { locked: true });
  await guest.reload();
  await button(guest, "Just me here: ask to come in").click();
  await guest.getByRole("heading", { name: "The room is closed" }).waitFor();
  await shoot(guest, "way-in-locked");

  const helen = await openPerson(browser, demo.supervisor);
  await helen.getByRole("heading", { name: "Hello Helen" }).waitFor();
  await shoot(helen, "way-in-supervisor");
  await leave(helen);

  /** A new guest with a link to a review, made by the guider. */
  const invite = async (toReview, more = {}) => {
    const asked = { name: "Callum", role: "practitioner", ...more };
    const made = await call(nadia, "POST", `/api/reviews/${toReview}/invites`, asked);
    return { ...made, link: `${here}/j#${made.secret}` };
  };
  const later = await call(nadia, "POST", `/api/cycles/${cycleId}/reviews`, {
    startsAtMs: Date.now() + 26 * hourMs,
  });
  const visit = async (link, heading, name) => {
    const page = await openPerson(browser, link);
    await page.getByRole("heading", { name: heading }).waitFor();
    await shoot(page, name);
    await leave(page);
  };
  await visit((await invite(later.reviewId)).link, "You are early", "way-in-early");
  const late = await invite(reviewId, { closesAtMs: Date.now() + 2_000 });
  const tooLate = await openPerson(browser, late.link);
  await tooLate.getByRole("heading", { name: "Hello Callum" }).waitFor();
  await tooLate.waitForTimeout(2_000);
  await tooLate.reload();
  await tooLate.getByRole("heading", { name: "The link has ended" }).waitFor();
  await shoot(tooLate, "way-in-late");
  await leave(tooLate);

  const ended = await invite(reviewId);
  const revoked = await openPerson(browser, ended.link);
  await revoked.getByRole("heading", { name: "Hello Callum" }).waitFor();
  await call(nadia, "DELETE", `/api/invites/${ended.invite.inviteId}`);
  await revoked.getByRole("heading", { name: "The link has ended" }).waitFor();
  await shoot(revoked, "way-in-revoked");
  await leave(revoked);

  await visit(`${here}/j#${"A".repeat(43)}`, "The link has ended", "way-in-unknown");
  await visit(`${here}/j`, "This link is not complete", "way-in-incomplete");
  await call(nadia, "POST", `/api/reviews/${reviewId}/end`);
  await guest.goto(`${here}/j`);
  await guest.getByRole("heading", { name: "The shared review has finished" }).waitFor();
  await shoot(guest, "way-in-ended");
  await leave(guest, nadia);
  await demo.stop();
}
