import type { CallPath } from "#shared/protocol/call-events.ts";

/**
 * Which way a call goes. `auto`: two people directly where that works, everybody else through the router.
 * `p2p`: always directly. `sfu`: always through the router. `off`: there is no call.
 */
export const callModes = ["auto", "p2p", "sfu", "off"] as const;
export type CallMode = (typeof callModes)[number];

/** A direct line between two people that has not been made after this long is given up for the router. */
export const directLineWithinMs = 3_000;

/** How the direct lines of a call are getting on, as its people report. */
export type DirectLines =
  /** Not everybody has said yet that their line is there. */
  | "beginning"
  /** Not everybody has said so, and `directLineWithinMs` have passed. */
  | "overdue"
  | "connected"
  /** Somebody could not make a line, or lost one. */
  | "broken";

/** What decides over the way of a call. */
export interface CallFacts {
  readonly mode: CallMode;
  readonly hasRouter: boolean;
  readonly people: number;
  readonly lines: DirectLines;
}

/** The way a call goes from now on. Once on the router it stays there until it is empty. */
export function nextCallPath(path: CallPath, facts: CallFacts): CallPath {
  if (!facts.hasRouter || facts.mode === "p2p") return "direct";
  if (facts.mode === "sfu" || facts.people > 2) return "router";
  if (path === "router" && facts.people > 0) return "router";
  const isGivenUp = facts.lines === "broken" || facts.lines === "overdue";
  return facts.people === 2 && isGivenUp ? "router" : "direct";
}

/** One person of a call and what they said of their line to each other one. */
export interface LineReports<Who extends string> {
  readonly participantId: Who;
  readonly reports: ReadonlyMap<Who, "connected" | "broken">;
}

/** How the lines between all these people are getting on. */
export function directLinesOf<Who extends string>(
  people: readonly LineReports<Who>[],
  isOverdue: boolean,
): DirectLines {
  const said = people.flatMap(({ participantId, reports }) =>
    people
      .filter((other) => other.participantId !== participantId)
      .map((other) => reports.get(other.participantId)),
  );
  if (said.includes("broken")) return "broken";
  if (said.every((report) => report === "connected")) return "connected";
  return isOverdue ? "overdue" : "beginning";
}
