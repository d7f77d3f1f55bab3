import { describe, expect, it } from "vitest";
import { en } from "#client/text/en.ts";
import { roomCloseReasons } from "#shared/protocol/close-reasons.ts";
import { refusals } from "#shared/protocol/refusals.ts";

const sentences: Record<string, string> = en;
const reasons = Object.entries(refusals);

describe("a refusal", () => {
  it.each(reasons)("[SC2] %s has a sentence and, after it, a next step or a reason", (reason) => {
    const words = sentences[`refusal.${reason}`];

    expect(words).toMatch(/^[A-Z].{20,}[.]$/);
    expect(words).not.toContain(reason.includes("-") ? reason : "undefined");
  });

  it.each(reasons)("[DR16] %s has a status that says it is one", (reason, status) => {
    expect(reason).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  });

  it("[DR16] never blames the server for what somebody asked", () => {
    const onServer = reasons.filter(([, status]) => status >= 500).map(([reason]) => reason);

    expect(onServer).toEqual(["disk-full", "server-error"]);
  });

  it("[SC2] has no sentence left over for one that there is no more", () => {
    const worded = Object.keys(sentences)
      .filter((id) => id.startsWith("refusal."))
      .map((id) => id.slice("refusal.".length));

    const leftOver = worded.filter((reason) => !Object.hasOwn(refusals, reason));
    expect(leftOver).toEqual(["offline"]);
  });
});

describe("a reason to close the room", () => {
  const lasting = roomCloseReasons.filter((reason) => reason !== "server-restarting");

  it.each(lasting)("[SC2] %s has a title and words on the ended page", (reason) => {
    expect(sentences[`ended.${reason}`]).toMatch(/^[A-Z]/);
    expect(sentences[`ended.${reason}Words`]).toMatch(/[.]$/);
  });
});
