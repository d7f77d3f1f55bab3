import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeWords } from "#shared/domain/code-words.ts";
import { createGuiderPresence } from "#server/identity/guider-presence.ts";
import { inviteWindow, planWindow, standingOf } from "#server/identity/invite-window.ts";
import { drawCode } from "#server/identity/knock-code.ts";
import { createPasswords } from "#server/identity/passwords.ts";
import { createSessionCookie } from "#server/identity/session-cookie.ts";
import { isSameSecret } from "#server/identity/tokens.ts";
import { machineRandom } from "#server/start-server.ts";
import { newId } from "#tests/helpers/build-records.ts";

const token = "t".repeat(43);
const noonMs = Date.UTC(2026, 10, 22, 12);
const hourMs = 3_600_000;

describe("the cookie", () => {
  it("[DR22] is __Host-sid and Secure behind https, plain sid on loopback", () => {
    const secure = createSessionCookie({ PUBLIC_URL: "https://review.example.org" });
    const plain = createSessionCookie({ PUBLIC_URL: undefined });

    expect(secure.write(token, hourMs)).toBe(
      `__Host-sid=${token}; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=Strict`,
    );
    expect(plain.write(token, hourMs)).toBe(
      `sid=${token}; Max-Age=3600; Path=/; HttpOnly; SameSite=Strict`,
    );
  });

  it("[DR22] of the other kind is not read, nor is anything that cannot be ours", () => {
    const secure = createSessionCookie({ PUBLIC_URL: "https://review.example.org" });

    expect(secure.read(`__Host-sid=${token}`)).toBe(token);
    for (const header of [
      undefined,
      "",
      `sid=${token}`,
      "__Host-sid=",
      "__Host-sid=short",
      `__Host-sid=${"%".repeat(43)}`,
    ]) {
      expect(secure.read(header)).toBeNull();
    }
  });
});

describe("the window of a link", () => {
  const planned = { state: "planned", startsAtMs: noonMs } as const;

  it("[DR10] opens 30 minutes before the slot and closes 4 hours after", () => {
    expect(planWindow(planned, undefined, noonMs - 5 * hourMs)).toEqual({
      opensAtMs: noonMs - hourMs / 2,
      closesAtMs: noonMs + 4 * hourMs,
    });
  });

  it("[DR10] opens now when the review starts within 30 minutes or is live", () => {
    const soon = planWindow(planned, undefined, noonMs - 60_000);
    const live = planWindow({ ...planned, state: "live" }, undefined, noonMs - 5 * hourMs);

    expect([soon?.opensAtMs, live?.opensAtMs]).toEqual([noonMs - 60_000, noonMs - 5 * hourMs]);
  });

  it("[DR10] is never longer than 14 days and never ends before it begins", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -90, max: 90 }),
        fc.integer({ min: -90, max: 90 }),
        (startDays, endDays) => {
          const review = {
            state: "planned",
            startsAtMs: noonMs + startDays * 24 * hourMs,
          } as const;
          const window = planWindow(review, noonMs + endDays * 24 * hourMs, noonMs);
          if (window === null) return;
          const lengthMs = window.closesAtMs - window.opensAtMs;
          expect(lengthMs).toBeGreaterThan(0);
          expect(lengthMs).toBeLessThanOrEqual(inviteWindow.longestMs);
        },
      ),
    );
  });

  it.each([
    ["early", {}, { state: "planned" }, noonMs - 1],
    ["open", {}, { state: "planned" }, noonMs],
    ["open", {}, { state: "live" }, noonMs - 1],
    ["late", {}, { state: "live" }, noonMs + hourMs],
    ["ended", {}, { state: "ended" }, noonMs],
    ["ended", {}, { state: "planned", journeyEnded: true }, noonMs],
    ["revoked", { revokedAtMs: noonMs }, { state: "ended" }, noonMs],
  ] as const)("[DR10] stands %s", (standing, changes, review, nowMs) => {
    const invite = {
      opensAtMs: noonMs,
      closesAtMs: noonMs + hourMs,
      revokedAtMs: null,
      ...changes,
    };

    expect(standingOf(invite, { journeyEnded: false, ...review }, nowMs)).toBe(standing);
  });
});

describe("the two words", () => {
  it("[DR4] come from 256 plain words, all different, and are never the same word twice", () => {
    expect(codeWords).toHaveLength(256);
    expect(new Set(codeWords).size).toBe(256);
    for (const word of codeWords) expect(word).toMatch(/^[a-z]{4,11}$/);

    const drawn = new Set<string>();
    for (let n = 0; n < 500; n += 1) {
      const [first, second] = drawCode(machineRandom);
      expect(first).not.toBe(second);
      drawn.add(`${first} ${second}`);
    }
    expect(drawn.size).toBeGreaterThan(480);
  });
});

describe("the presence of a guider", () => {
  it("[DR4] is told when the first page opens and the last one closes, and at no other time", () => {
    const changes: string[] = [];
    const presence = createGuiderPresence((id) => changes.push(`${id} ${presence.isHere(id)}`));
    const guiderId = newId.account();

    const first = presence.arrive(guiderId);
    const second = presence.arrive(guiderId);
    first();
    first();
    second();

    expect(changes).toEqual([`${guiderId} true`, `${guiderId} false`]);
  });
});

describe("secrets", () => {
  it("[DR8] are the same only when every character is", () => {
    expect(isSameSecret(token, token)).toBe(true);
    expect(isSameSecret(token, `${token.slice(1)}u`)).toBe(false);
    expect(isSameSecret("", token)).toBe(false);
  });

  it("[DR20] a stranger's password costs as much as a known one's, and is never right", async () => {
    const passwords = createPasswords("nobody knows");
    const known = await passwords.hash("a long pass phrase");
    const timed = async (hash: string | null) => {
      const atMs = performance.now();
      await passwords.isRight("another phrase", hash);
      return performance.now() - atMs;
    };
    await timed(null);

    const [strangerMs, knownMs] = [await timed(null), await timed(known)];

    expect(known).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.isRight("nobody knows", null)).toBe(false);
    expect(await passwords.isRight("a long pass phrase", known)).toBe(true);
    expect(strangerMs).toBeGreaterThan(knownMs / 10);
  });
});
