import { describe, expect, it } from "vitest";
import { directLinesOf, nextCallPath } from "#shared/call/call-path.ts";
import type { CallFacts, DirectLines } from "#shared/call/call-path.ts";
import type { CallPath } from "#shared/protocol/call-events.ts";

const facts = (given: Partial<CallFacts>): CallFacts => ({
  mode: "auto",
  hasRouter: true,
  people: 2,
  lines: "beginning",
  ...given,
});

describe("the way a call goes", () => {
  it.each<[why: string, before: CallPath, given: Partial<CallFacts>, after: CallPath]>([
    ["one person waits for another", "direct", { people: 1 }, "direct"],
    ["two people begin", "direct", {}, "direct"],
    ["two people have a line", "direct", { lines: "connected" }, "direct"],
    ["a line broke", "direct", { lines: "broken" }, "router"],
    ["a line was not made in time", "direct", { lines: "overdue" }, "router"],
    ["one person is left by a broken line", "direct", { people: 1, lines: "broken" }, "direct"],
    ["a third person comes", "direct", { people: 3, lines: "connected" }, "router"],
    ["the third person goes", "router", { people: 2, lines: "connected" }, "router"],
    ["one is left of those on the router", "router", { people: 1 }, "router"],
    ["everybody has gone", "router", { people: 0 }, "direct"],
    ["the router is gone", "router", { people: 3, hasRouter: false }, "direct"],
    ["there is no router for three", "direct", { people: 3, hasRouter: false }, "direct"],
    ["there is no router for four", "direct", { people: 4, hasRouter: false }, "direct"],
    [
      "there is no router for a broken line",
      "direct",
      { lines: "broken", hasRouter: false },
      "direct",
    ],
  ])("[CL1] when nothing is set and %s, from %s", (_why, before, given, after) => {
    expect(nextCallPath(before, facts(given))).toBe(after);
  });

  it.each([1, 2, 3, 4])("[CL1] follows what was set, with %i people", (people) => {
    for (const before of ["direct", "router"] as const) {
      for (const lines of ["beginning", "overdue", "connected", "broken"] as const) {
        const given = { people, lines };

        expect(nextCallPath(before, facts({ ...given, mode: "p2p" }))).toBe("direct");
        expect(nextCallPath(before, facts({ ...given, mode: "sfu" }))).toBe("router");
      }
    }
  });
});

describe("the direct lines of a call", () => {
  const person = (participantId: string, reports: Record<string, "connected" | "broken"> = {}) => ({
    participantId,
    reports: new Map(Object.entries(reports)),
  });

  it.each<[what: string, people: ReturnType<typeof person>[], lines: DirectLines]>([
    ["nobody has said anything", [person("a"), person("b")], "beginning"],
    ["one of two has said so", [person("a", { b: "connected" }), person("b")], "beginning"],
    [
      "both have said so",
      [person("a", { b: "connected" }), person("b", { a: "connected" })],
      "connected",
    ],
    [
      "one of two lost it",
      [person("a", { b: "connected" }), person("b", { a: "broken" })],
      "broken",
    ],
    [
      "the one it broke to has gone",
      [person("a", { b: "connected", c: "broken" }), person("b", { a: "connected" })],
      "connected",
    ],
    [
      "one of three lines is not there yet",
      [
        person("a", { b: "connected", c: "connected" }),
        person("b", { a: "connected", c: "connected" }),
        person("c", { a: "connected" }),
      ],
      "beginning",
    ],
  ])("[CL1] when %s", (_what, people, lines) => {
    expect(directLinesOf(people, false)).toBe(lines);
  });

  it("[CL1] are overdue only while they are not there", () => {
    const both = [person("a", { b: "connected" }), person("b", { a: "connected" })];

    expect(directLinesOf([person("a"), person("b")], true)).toBe("overdue");
    expect(directLinesOf(both, true)).toBe("connected");
  });
});
