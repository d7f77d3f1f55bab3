import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  admitGuest,
  furnishReview,
  guiderPassword,
  heard,
  invite,
  openFirstGuider,
  openLink,
} from "#tests/helpers/review-house.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { noLimits, startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

const credentials = { name: "Nadia", password: "a long pass phrase" };
let server: TestServer;
let guider: TestBrowser;
beforeEach(async () => {
  server = await startTestServer();
  guider = await openFirstGuider(server);
});
afterEach(() => server.close());

describe("the first start", () => {
  const secretOf = (path: string | null) => path?.split("#")[1] ?? "";

  it("[DR21] the set-up link makes one account and no second one", async () => {
    const body = { secret: secretOf(server.setUpPath), ...credentials, name: "Mallory" };

    const again = await openTestBrowser(server).ask("setUp", { body });

    expect(again.json).toEqual({ reason: "already-done" });
    expect(await openTestBrowser(server).want("readSession", {})).toEqual({
      kind: "none",
      setUpDone: true,
    });
  });

  it("[DR21] of several at once only one makes the account, and a wrong secret none", async () => {
    const fresh = await startTestServer();
    const secret = secretOf(fresh.setUpPath);
    const setUp = (name: string, given: string) =>
      openTestBrowser(fresh).ask("setUp", {
        body: { secret: given, name, password: credentials.password },
      });

    const wrong = await setUp("Mallory", "A".repeat(43));
    const several = await Promise.all(["One", "Two", "Three"].map((name) => setUp(name, secret)));

    expect(wrong.json).toEqual({ reason: "link-ended" });
    expect(several.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(await fresh.context.stores.accounts.count()).toBe(1);
    await fresh.close();
  });
});

describe("a guider's session", () => {
  it("[DR22] begins with a token of its own at every sign-in, in a strict cookie", async () => {
    const browser = openTestBrowser(server);
    const first = await browser.ask("signIn", { body: credentials });
    const before = browser.cookie();
    await browser.ask("signIn", { body: credentials });

    const [line = ""] = first.headers.getSetCookie();
    expect(line).toMatch(
      /^sid=[A-Za-z0-9_-]{43}; Max-Age=36000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(browser.cookie()).not.toBe(before);
    const old = openTestBrowser(server);
    old.setCookie(before);
    expect((await old.ask("listJourneys", {})).status).toBe(401);
  });

  it("[DR22] is over after ten hours, whatever was done", async () => {
    server.advance(10 * 60 * 60_000 - 60_000);
    expect((await guider.ask("listJourneys", {})).status).toBe(200);

    server.advance(60_000);

    expect((await guider.ask("listJourneys", {})).json).toEqual({ reason: "not-signed-in" });
  });

  it("[DR22] ends everywhere when the guider signs out: routes, and the open desk", async () => {
    const cookie = guider.cookie();
    const desk = guider.socket("/desk");
    const open = heard(desk, "knocks:changed");
    desk.connect();
    await open;
    const closed = new Promise((resolve) => desk.once("disconnect", resolve));

    const reply = await guider.ask("endSession", { body: { sharedComputer: false } });
    await closed;

    expect(reply.headers.get("clear-site-data")).toBe('"cache"'); // films and drafts stay
    expect(guider.cookie()).toBe("");
    guider.setCookie(cookie);
    expect((await guider.ask("listJourneys", {})).status).toBe(401);
  });
});

describe("a guest who leaves", () => {
  it("[DR22] comes back without a knock on this device, but not on a shared computer", async () => {
    const house = await furnishReview(server, guider);
    const { guest, secret } = await admitGuest(server, house);
    const room = { params: { reviewId: house.review.reviewId } };

    const left = await guest.ask("endSession", { body: { sharedComputer: false } });
    expect(left.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect((await guest.ask("readRoom", room)).status).toBe(200);

    const forgotten = await guest.ask("endSession", { body: { sharedComputer: true } });
    expect(forgotten.headers.get("clear-site-data")).toBe('"cache", "storage", "cookies"');
    expect(guest.cookie()).toBe("");
    expect((await guest.want("openWayIn", { body: { secret } })).seat).toBe("link");
  });

  it("[DR22] is nobody a day after the link has closed, and only sees that it has until then", async () => {
    const house = await furnishReview(server, guider);
    const { guest } = await admitGuest(server, house, "supervisor");

    server.advance(5 * 60 * 60_000);
    expect(await guest.want("readWayIn", {})).toMatchObject({ when: "late", seat: "link" });
    expect(
      (await guest.ask("readRoom", { params: { reviewId: house.review.reviewId } })).status,
    ).toBe(403);

    server.advance(24 * 60 * 60_000);
    expect((await guest.ask("readWayIn", {})).json).toEqual({ reason: "not-signed-in" });
  });

  it("[JN4] [DR22] who was let in as the practitioner keeps the own place after the link, and brings it to the next", async () => {
    const house = await furnishReview(server, guider);
    const { journeyId } = house.journey;
    const { guest } = await admitGuest(server, house);
    const stranger = await openLink(server, (await invite(house)).secret);

    server.advance(40 * 24 * 60 * 60_000);
    expect(await guest.want("readSession", {})).toMatchObject({ ownJourneyId: journeyId });
    expect((await stranger.want("readSession", {})).kind).toBe("none");

    // The guider has signed in again, and plans the next review.
    const again = openTestBrowser(server);
    await again.want("signIn", { body: { name: "Nadia", password: guiderPassword } });
    const review = await again.want("planReview", {
      params: { cycleId: house.cycleId },
      body: { startsAtMs: Math.floor(server.context.clock.nowMs()) },
    });
    const next = await invite({ guider: again, review });
    await guest.want("openWayIn", { body: { secret: next.secret } });
    expect(await guest.want("readSession", {})).toMatchObject({
      seat: "link",
      ownJourneyId: journeyId,
    });
  });
});

describe("guessing", () => {
  const wrong = { ...credentials, password: "not the password" };
  const slow = { knocks: noLimits.knocks ?? { perMinute: 3, keptAfterLeavingMs: 1 } };

  it("[DR20] five wrong passwords for a name, however it is written, and the sixth is not looked at", async () => {
    const strict = await startTestServer({ limits: slow });
    await openFirstGuider(strict);
    const browser = openTestBrowser(strict);

    const reasons: unknown[] = [];
    for (const name of ["Nadia", "nadia", " NADIA ", "Nadia", "Nadia"]) {
      reasons.push((await browser.ask("signIn", { body: { ...wrong, name } })).json);
    }
    const sixth = await browser.ask("signIn", { body: credentials });

    expect(reasons).toEqual(Array(5).fill({ reason: "wrong-name-or-password" }));
    expect(sixth.json).toEqual({ reason: "too-many-requests" });
    await strict.close();
  });

  it("[DR20] right passwords do not count, and twenty wrong names from one address are enough", async () => {
    const strict = await startTestServer({ limits: slow });
    await openFirstGuider(strict);
    const browser = openTestBrowser(strict);

    for (let n = 0; n < 6; n += 1) await browser.want("signIn", { body: credentials });
    const stranger = openTestBrowser(strict);
    const statuses: number[] = [];
    for (let n = 0; n < 21; n += 1) {
      statuses.push(
        (await stranger.ask("signIn", { body: { ...wrong, name: `Nobody ${n}` } })).status,
      );
    }

    expect(statuses).toEqual([...Array<number>(20).fill(401), 429]);
    await strict.close();
  });

  it("[DR20] ten opened links a minute from one address", async () => {
    const strict = await startTestServer({ limits: slow });
    const statuses: number[] = [];

    for (let n = 0; n < 11; n += 1) {
      const browser = openTestBrowser(strict);
      statuses.push((await browser.ask("openWayIn", { body: { secret: "A".repeat(43) } })).status);
    }

    expect(statuses).toEqual([...Array<number>(10).fill(403), 429]);
    await strict.close();
  });
});

describe("the demo's link", () => {
  const secret = "D".repeat(43);

  it("[DR21] signs the first guider in while the server runs the demo, and nobody otherwise", async () => {
    const demo = await startTestServer({ environment: { DEMO_SECRET: secret } });
    await openFirstGuider(demo);

    const right = await openTestBrowser(demo).ask("signInToDemo", { body: { secret } });
    const wrong = await openTestBrowser(demo).ask("signInToDemo", {
      body: { secret: "E".repeat(43) },
    });
    const noDemo = await openTestBrowser(server).ask("signInToDemo", { body: { secret } });

    expect(right.json).toMatchObject({ kind: "guider", name: "Nadia" });
    expect([wrong.json, noDemo.json]).toEqual([{ reason: "not-found" }, { reason: "not-found" }]);
    await demo.close();
  });
});
