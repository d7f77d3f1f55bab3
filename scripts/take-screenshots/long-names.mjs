import { readFile } from "node:fs/promises";
import { startEmptyServer } from "./house.mjs";
import { button, call, knock, leave, openPerson, together } from "./people.mjs";

const names = {
  guider: "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley Junior",
  practitioner: "Wilhelmina-Josephine Aleksandra Papadopoulou-Ravichandran",
  child: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
  helper: "Maria de los Angeles Fernandez Rodriguez de la Vega y Soto",
};
const question =
  "How can I tell when somebody with such a very long name wants to carry on with me, in the middle of a busy morning, and let them know that I have got the message without rushing in with another question of my own, even on the days on which everything else takes longer than anybody had planned for?";
const titles = [
  "Reaching for the cup at the water tray just before everybody has to tidy away",
  "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz",
  "Humming back and forth three times, the last one longer than either of us knew",
];
const word = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";

/** The same screens where every name, title and word is as long as it may be. */
export async function longNames({ browser, shoot, line }) {
  const server = await startEmptyServer();
  line.lead(server.url);
  const page = await openPerson(browser, server.url);
  const { journeyId, reviewId } = await fill(page, server.setUpSecret);
  await page.goto(server.url);
  await page.getByText("clips ready").waitFor();
  await shoot(page, "home-long-names");
  await page.goto(`${server.url}/journeys/${journeyId}`);
  await page.getByText(titles[0]).first().waitFor();
  await shoot(page, "journey-long-names");
  const clips = page.getByRole("heading", { name: "Clips", exact: true });
  await shoot(page, "journey-clips-long-names", () =>
    clips.evaluate((heading) => heading.scrollIntoView({ behavior: "instant" })),
  );
  const asked = { name: names.practitioner, role: "practitioner" };
  const { secret } = await call(page, "POST", `/api/reviews/${reviewId}/invites`, asked);

  const { port } = new URL(server.url);
  const guest = await openPerson(browser, `http://127.0.0.1:${port}/j#${secret}`);
  await guest.getByRole("heading", { name: "Hello Wilhelmina" }).waitFor();
  await shoot(guest, "way-in-long-names");
  await knock(guest, "Someone is with me: ask to come in");
  await shoot(guest, "way-in-waiting-long-names");
  await page.goto(`${server.url}/room/${reviewId}`);
  await page.getByRole("region", { name: "At the door" }).waitFor();
  await shoot(page, "knock-room-long-names");
  await page.getByRole("button", { name: "Let in" }).click();
  await Promise.all([together(page), together(guest)]);

  await button(page, "Hold this moment").click();
  await page.getByRole("textbox", { name: "What did" }).waitFor();
  await page.keyboard.type(`${word} ${word} and then a pause.`);
  await Promise.all([together(page), together(guest)]);
  const top = (one) => one.evaluate(() => window.scrollTo(0, 0));
  await shoot(page, "room-long-names", top);
  await shoot(guest, "room-long-names-guest", top);
  await button(page, "People").click();
  await page.getByRole("dialog").waitFor();
  await shoot(page, "room-people-long-names", top);
  await leave(page, guest);
  await server.stop();
}

async function fill(page, secret) {
  await call(page, "POST", "/api/set-up", { secret, name: names.guider, password: "a long name" });
  const journey = await call(page, "POST", "/api/journeys", {
    practitionerName: names.practitioner,
    childName: names.child,
    setting: `Sensory room of the primary department, ${word}`.slice(0, 120),
  });
  const path = `/api/journeys/${journey.journeyId}`;
  await call(page, "PUT", `${path}/helping-question`, { helpingQuestion: question });
  await call(page, "PUT", `${path}/goals`, [
    { text: `${word} ${word}`.slice(0, 200), baseline: 0, hopedFor: 10 },
  ]);
  await call(page, "POST", `${path}/people`, { name: names.helper, relation: "inShot" });
  for (const { personId } of journey.people) {
    for (const purpose of ["film", "sharedReview"]) {
      const said = { purpose, status: "given" };
      await call(page, "PUT", `/api/people/${personId}/permission`, said);
    }
  }
  const [{ cycleId }] = journey.cycles;
  for (const [n, title] of titles.entries()) {
    const { clipId } = await call(page, "POST", `/api/cycles/${cycleId}/clips`, {
      title,
      initiative: `${word} ${question}`.slice(0, 200),
      description: "",
      peopleInShot: journey.people.map(({ personId }) => personId),
    });
    const origin = new URL(page.url()).origin;
    await page.request.put(`${origin}/api/clips/${clipId}/file`, {
      headers: { origin, "content-type": "application/octet-stream" },
      data: await readFile(`demo/clip-1-${n + 1}.mp4`),
    });
  }
  const planned = { startsAtMs: Date.now() };
  const { reviewId } = await call(page, "POST", `/api/cycles/${cycleId}/reviews`, planned);
  return { journeyId: journey.journeyId, reviewId };
}
