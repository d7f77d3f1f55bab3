import { expect, it } from "vitest";
import { homeFacts, partOfDay } from "#client/features/journey/home-facts.ts";
import type { NextMeeting } from "#client/features/journey/home-facts.ts";
import type { ListedJourney } from "#shared/domain/cycle-line.ts";
import { morningMs, newId } from "#tests/helpers/build-records.ts";

function build(changes: Partial<ListedJourney>): ListedJourney {
  return {
    journeyId: newId.journey(),
    practitionerName: "Callum",
    childName: "Kit",
    setting: "",
    helpingQuestion: "",
    cycles: 1,
    clips: 0,
    next: null,
    lines: [],
    end: null,
    ...changes,
  };
}

const meeting = (state: NextMeeting["state"], startsAtMs: number): NextMeeting => ({
  reviewId: newId.review(),
  kind: "review",
  state,
  startsAtMs,
});

it("[JN91] home names the meeting that is open now before any other, else the soonest", () => {
  const later = build({ next: meeting("planned", morningMs + 2) });
  const sooner = build({ next: meeting("planned", morningMs + 1) });
  const open = build({ next: meeting("live", morningMs + 3) });

  expect(homeFacts([later, sooner, build({})]).next?.journey).toBe(sooner);
  expect(homeFacts([later, open, sooner]).next?.journey).toBe(open);
  expect(homeFacts([build({})]).next).toBeNull();
});

it("[JN91] an ended journey stands apart, offers no meeting, and its clips name the first day on which any go", () => {
  const ends = (deletesOn: string, clips: number) =>
    build({ clips, end: { endedAtMs: morningMs, deletesOn }, next: meeting("planned", 1) });
  const empty = ends("2026-01-20", 0);
  const [late, soon] = [ends("2026-03-12", 2), ends("2026-02-01", 1)];
  const going = build({ clips: 3 });

  const facts = homeFacts([empty, late, going, soon]);

  expect(facts).toMatchObject({ next: null, clips: 6, removedOn: "2026-02-01" });
  expect(facts.going).toEqual([going]);
  expect(facts.ended).toEqual([empty, late, soon]);
  expect(homeFacts([going, empty]).removedOn).toBeNull();
});

it("greets by the time of the day", () => {
  expect([0, 11, 12, 17, 18, 23].map(partOfDay)).toEqual([
    "morning",
    "morning",
    "afternoon",
    "afternoon",
    "evening",
    "evening",
  ]);
});
