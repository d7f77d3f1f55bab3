import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { RoomNews, RoomTellName } from "#client/lib/room-messages.ts";
import { fail } from "#shared/lib/result.ts";
import { wholeView } from "#shared/playback/view.ts";
import { nadia } from "#tests/helpers/timelines.ts";

/** A line on which a test says what the room tells, and nothing is ever answered. */
export interface LineStandIn extends Pick<RoomConnection, "ask" | "on" | "latest"> {
  readonly welcome: RoomNews<"room:welcomed">;
  tell<Name extends RoomTellName>(name: Name, news: RoomNews<Name>): void;
}

/** Nobody is at its other end. */
export function standInLine(): LineStandIn {
  const latest = new Map<string, unknown>();
  const listeners = new Map<string, Set<(news: never) => void>>();
  return {
    welcome: {
      timeline: null,
      serverNowMs: 0,
      me: nadia,
      members: [],
      cover: { by: [], liftableByOthers: false },
      agreement: null,
      gate: null,
      view: { view: wholeView, by: null },
      seated: true,
      locked: false,
    },
    tell: (name, news) => {
      latest.set(name, news);
      for (const listener of listeners.get(name) ?? []) listener(news as never); // registered under this name
    },
    ask: () => Promise.resolve(fail("no-answer")),
    latest: (name) => (latest.get(name) ?? null) as never, // set by `tell` under its own name
    on: (name, listener) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
  };
}
