import { afterEach, describe, expect, it, vi } from "vitest";
import { call, onSignedOut, pathOf, readAnswer } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { en } from "#client/text/en.ts";
import { roomCloseReasons } from "#shared/protocol/close-reasons.ts";
import { refusals } from "#shared/protocol/refusals.ts";

const noSession = { kind: "none", setUpDone: true };

function answerWith(status: number, body: string) {
  const fetched = vi.fn<typeof fetch>(() =>
    Promise.resolve(new Response(status === 204 ? null : body, { status })),
  );
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

describe("calling the server", () => {
  it("[SC2] answers with the parsed value of the route", async () => {
    answerWith(200, JSON.stringify(noSession));

    expect(await call("readSession")).toEqual({ ok: true, value: noSession });
  });

  it("[SC2] puts ids into the path, escaped, and sends JSON only where there is a body", async () => {
    const fetched = answerWith(204, "");

    await call("endReview", { params: { reviewId: "a/b" } });
    await call("endSession", { body: { sharedComputer: true } });

    const [[path, plain], [, withBody]] = fetched.mock.calls as [
      [string, RequestInit],
      [string, RequestInit],
    ]; // two calls were just made
    expect(path).toBe("/api/reviews/a%2Fb/end");
    expect(plain.body).toBeUndefined();
    expect(withBody.body).toBe('{"sharedComputer":true}');
  });

  it("[SC2] throws for an id that was left out, since that is a bug", () => {
    expect(() => pathOf("readJourney")).toThrow("journeyId");
  });

  it("[SC2] gives a refusal with its facts, and calls an unknown one a server error", () => {
    const known = { reason: "permissions-missing", details: ["Kit", "Callum"] };

    expect(readAnswer("addClip", false, known)).toMatchObject({ ok: false, ...known });
    expect(readAnswer("addClip", false, { reason: "toString" })).toMatchObject({
      reason: "server-error",
    });
    expect(readAnswer("addClip", false, "<html>")).toMatchObject({ reason: "server-error" });
    expect(readAnswer("readSession", true, { kind: "king" })).toMatchObject({
      reason: "server-error",
    });
  });

  it("[SC2] says offline when the server cannot be reached", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));

    expect(await call("readSession")).toEqual({ ok: false, reason: "offline", details: [] });
  });

  it("[SC2] tells the page when a sign-in has come to its end", async () => {
    answerWith(401, JSON.stringify({ reason: "not-signed-in" }));
    const heard = vi.fn<() => void>();
    const stop = onSignedOut(heard);

    await call("listJourneys");
    stop();
    await call("listJourneys");

    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe("the words of a refusal", () => {
  it.each([...Object.keys(refusals), "offline"])(
    "[SC2] has a sentence for %s that ends and leads on",
    (reason) => {
      const id = `refusal.${reason}` as keyof typeof en; // a missing one makes the test fail

      expect(en[id]).toMatch(/[.!]$/u);
      expect(en[id].split(/[.!:;]\s/u).length).toBeGreaterThan(1);
    },
  );

  it("[SC2] names the people whose permission is missing", () => {
    expect(
      refusalWords({ reason: "permissions-missing", details: ["Kit", "Ann", "Jo"] }),
    ).toContain("Kit, Ann and Jo");
  });

  it.each(roomCloseReasons)("[SC2] says why the room closed: %s", (reason) => {
    expect(en[`ended.${reason}`]).not.toBe("");
    expect(en[`ended.${reason}Words`]).toMatch(/\.$/u);
  });
});
