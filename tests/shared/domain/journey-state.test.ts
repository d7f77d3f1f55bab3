import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { whenEnded } from "#shared/domain/ended-journey.ts";
import { cycleIdSchema, journeyIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import {
  dayOf,
  endOf,
  isEarlyEnd,
  journeyMoves,
  journeyStanding,
  journeyStandings,
  lastMsOf,
  latestDeletion,
  refusalOfMove,
} from "#shared/domain/journey-state.ts";
import type { JourneyStanding } from "#shared/domain/journey-state.ts";
import type { Cycle, Journey, Review } from "#shared/domain/journey.ts";
import { can, permissionTable, reviewStates } from "#shared/domain/permissions.ts";
import type { Action, Principal, Role, Thing } from "#shared/domain/permissions.ts";

const dayMs = 86_400_000;
const nowMs = Date.parse("2026-03-10T14:00:00Z");

function buildReview(changes: Partial<Review> = {}): Review {
  return {
    reviewId: reviewIdSchema.parse(randomUUID()),
    kind: "review",
    startsAtMs: nowMs - dayMs,
    state: "ended",
    locked: false,
    practitionerFirst: true,
    nextOn: null,
    nextWhat: "",
    invites: [],
    ...changes,
  };
}

const buildCycle = (number: number, reviews: Review[]): Cycle => ({
  cycleId: cycleIdSchema.parse(randomUUID()),
  number,
  clips: [],
  reviews,
  aims: [],
});

/** A journey of so many reviewed cycles. */
function buildJourney(reviewed: number, changes: Partial<Pick<Journey, "cycles" | "end">> = {}) {
  const cycles = Array.from({ length: reviewed }, (_, at) => buildCycle(at + 1, [buildReview()]));
  return { cycles, end: null, ...changes };
}

const end = (deletesOn: string) => ({
  endedAtMs: nowMs - dayMs,
  reason: "moved school",
  keeps: "",
  deletesOn,
});

const standing: Record<JourneyStanding, ReturnType<typeof buildJourney>> = {
  going: buildJourney(1),
  inReview: buildJourney(1, { cycles: [buildCycle(1, [buildReview({ state: "live" })])] }),
  ended: buildJourney(1, { end: end("2026-03-10") }),
  over: buildJourney(1, { end: end("2026-03-09") }),
};

describe("a journey's standings and moves", () => {
  it.each(journeyStandings)(
    "[JN70] a journey that is %s is read off its reviews and its end",
    (name) => {
      expect(journeyStanding(standing[name], nowMs)).toBe(name);
    },
  );

  it("[JN70] [F5.1] every move meets in every standing what is written down here", () => {
    const met = journeyStandings.map((name) => [
      name,
      ...journeyMoves.map((move) => refusalOfMove(standing[name], move, nowMs) ?? "yes"),
    ]);

    expect(["", ...journeyMoves]).toEqual(["", "startCycle", "end", "reopen"]);
    expect(met).toEqual([
      ["going", "yes", "yes", "already-done"],
      ["inReview", "yes", "review-live", "already-done"],
      ["ended", "journey-ended", "yes", "yes"],
      ["over", "journey-ended", "journey-ended", "journey-ended"],
    ]);
  });

  it("[JN70] [F5.1] there is no most of cycles", () => {
    expect(refusalOfMove(buildJourney(40), "startCycle", nowMs)).toBeNull();
  });

  it("[JN71] [F5.1] an end is open at three reviewed cycles; before that it asks for a reason and is no error", () => {
    const wish = { reason: "", keeps: "", deletesOn: null };
    const ends = [0, 1, 2, 3, 4].map((reviewed) => {
      const journey = buildJourney(reviewed);
      const asked = endOf(journey, wish, 60, nowMs);
      const said = endOf(journey, { ...wish, reason: "moved school" }, 60, nowMs);
      return [isEarlyEnd(journey), asked.ok ? "ended" : asked.reason, said.ok && said.value.reason];
    });

    expect(ends).toEqual([
      [true, "end-reason", "moved school"],
      [true, "end-reason", "moved school"],
      [true, "end-reason", "moved school"],
      [false, "ended", ""],
      [false, "ended", ""],
    ]);
  });

  it("[JN71] a talk about what is hoped for and a review that is only planned are no reviewed cycle", () => {
    const talk = buildCycle(3, [buildReview({ kind: "focus" }), buildReview({ state: "planned" })]);
    const two = buildJourney(2);

    expect(isEarlyEnd({ cycles: [...two.cycles, talk] })).toBe(true);
  });
});

describe("the day on which clips go", () => {
  const wish = { reason: "", keeps: "both keep the report", deletesOn: null };

  it("[JN72] [F5.3] is the organisation's days after the last review that was held, unless said otherwise", () => {
    const journey = buildJourney(3);
    journey.cycles.push(
      buildCycle(4, [buildReview({ state: "planned", startsAtMs: nowMs + 9 * dayMs })]),
      buildCycle(5, [buildReview({ kind: "focus", startsAtMs: nowMs })]),
    );

    expect(latestDeletion(journey, 60, nowMs)).toBe("2026-05-08");
    expect(endOf(journey, wish, 60, nowMs)).toEqual({
      ok: true,
      value: {
        endedAtMs: nowMs,
        reason: "",
        keeps: "both keep the report",
        deletesOn: "2026-05-08",
      },
    });
  });

  it("[JN72] may be earlier, and is never later than that, nor past", () => {
    const on = (deletesOn: string) => endOf(buildJourney(3), { ...wish, deletesOn }, 60, nowMs).ok;

    const days = ["2026-03-09", "2026-03-10", "2026-05-08", "2026-05-09"];
    expect(days.map(on)).toEqual([false, true, true, false]);
  });

  it("[JN72] counts from today when there was no review, and is today when the days have run out", () => {
    const longAgo = buildCycle(1, [buildReview({ startsAtMs: nowMs - 90 * dayMs })]);

    expect(latestDeletion(buildJourney(0), 60, nowMs)).toBe("2026-05-09");
    expect(latestDeletion({ cycles: [longAgo] }, 60, nowMs)).toBe("2026-03-10");
  });

  it("[JN72] can be changed after the end, which stays when it was", () => {
    const journey = buildJourney(3, { end: end("2026-05-01") });

    const changed = endOf(journey, { ...wish, deletesOn: "2026-04-01" }, 60, nowMs);

    expect(changed.ok && changed.value).toMatchObject({
      endedAtMs: nowMs - dayMs,
      deletesOn: "2026-04-01",
    });
  });

  it("ends as the day ends in UTC", () => {
    expect(dayOf(lastMsOf("2026-03-10"))).toBe("2026-03-10");
    expect(dayOf(lastMsOf("2026-03-10") + 1)).toBe("2026-03-11");
  });
});

describe("what an ended journey takes", () => {
  const journeyId = journeyIdSchema.parse(randomUUID());
  const reviewId = reviewIdSchema.parse(randomUUID());
  const guiderId = randomUUID();
  const guest = { kind: "guest", reviewId, seat: "admitted", ownJourneyId: null } as const;
  const people: Partial<Record<Role, Principal>> = {
    guider: { kind: "account", accountId: guiderId, role: "guider" },
    practitioner: { ...guest, role: "practitioner" },
    practitionerAtHome: { ...guest, role: "practitioner", seat: "link", ownJourneyId: journeyId },
    supervisor: { ...guest, role: "supervisor" },
    lobbyGuest: { ...guest, role: "practitioner", seat: "lobby" },
  };
  const things = (journeyEnded: boolean): Thing[] =>
    [null, ...reviewStates].map((state) => ({
      kind: "owned",
      journeyId,
      guiderId,
      journeyEnded,
      review: state === null ? null : { id: reviewId, state },
    }));
  const actions = Object.keys(permissionTable) as Action[]; // the table's own names

  it("[JN70] nobody begins or changes anything in it, and all else is as it was", () => {
    const wrong = actions.flatMap((action) =>
      Object.values(people).flatMap((who) =>
        things(true)
          .filter((thing, at) => {
            const before = things(false)[at];
            const may = before !== undefined && can(who, action, before);
            return can(who, action, thing) !== (may && whenEnded[action] === "stays");
          })
          .map(() => action),
      ),
    );

    expect(wrong).toEqual([]);
  });

  it("[JN70] is said of every action there is, and of no other", () => {
    expect(Object.keys(whenEnded).toSorted()).toEqual(actions.toSorted());
  });

  it("[JN70] clips, cycles, reviews, links, hopes and the room are closed; people's say over themselves is not", () => {
    const closed = (list: string) => list.split(/\s+/).map((name) => whenEnded[name as Action]);

    const begun = "journey:edit clip:add clip:edit review:plan invite:issue room:enter goal:change";
    expect(new Set(closed(begun))).toEqual(new Set(["closed"]));
    const own = `people:edit person-link:issue person-link:revoke held:open held:withdraw clip:remove
      invite:revoke journey:read journey:end check-in:own report:own summary:own`;
    expect(new Set(closed(own))).toEqual(new Set(["stays"]));
  });
});
