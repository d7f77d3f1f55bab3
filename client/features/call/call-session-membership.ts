import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { RoomQuestion } from "#client/lib/room-messages.ts";
import type { JoinedCall } from "./call-session-media.ts";

/** `again`: was in the call, and is coming in again by itself. `full`: out, as there was no place. */
export type MembershipState = "unavailable" | "out" | "full" | "joining" | "in" | "again";

/** Whether this tab is in the room's call: comes in when it may, and again after each loss. */
export interface Membership {
  readonly state: MembershipState;
  readonly isWanted: boolean;
  want(isWanted: boolean): void;
  /** Out of the call's router, or of the whole call: joins again, after a wait when it was just done. */
  again(): void;
  close(): void;
}

/** Waits before it is tried again, one after the other. */
export const joinWaitsMs = [200, 500, 1_000, 2_000] as const;

/** What one says of oneself on coming in. */
export type JoinWords = RoomQuestion<"call:join">;

/** Out of the call until it is wanted. */
export function createMembership(parts: {
  readonly connection: Pick<RoomConnection, "ask" | "on" | "latest" | "onLink">;
  /** False: this browser makes no calls. */
  readonly isAble: boolean;
  readonly words: () => Promise<JoinWords>;
  readonly onJoined: (joined: JoinedCall) => void;
  /** The server lost the call's router. */
  readonly onLost: () => void;
  /** Not in the call any more. */
  readonly onOut: () => void;
  readonly onChange: () => void;
}): Membership {
  const { connection } = parts;
  const isOff = connection.latest("call:ended")?.reason === "off";
  let state: MembershipState = parts.isAble && !isOff ? "out" : "unavailable";
  let isWanted = false;
  let isSeated =
    connection.latest("room:welcomed")?.seated === true && connection.latest("seat:moved") === null;
  let run = 0;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(next: MembershipState) {
    if (next === state) return;
    state = next;
    if (next === "out" || next === "full" || next === "unavailable") parts.onOut();
    parts.onChange();
  }

  function out(next: "out" | "full" | "unavailable" = "out") {
    clearTimeout(timer);
    run += 1;
    tries = 0;
    set(next);
  }

  function begin() {
    if (!isWanted || !isSeated || state === "unavailable") return;
    clearTimeout(timer);
    set(state === "in" || state === "again" ? "again" : "joining");
    run += 1;
    void join(run);
  }

  function beginLater() {
    const forMs = joinWaitsMs[Math.min(tries, joinWaitsMs.length - 1)];
    tries += 1;
    clearTimeout(timer);
    timer = setTimeout(begin, forMs);
  }

  async function join(mine: number) {
    const words = await parts.words();
    if (mine !== run) return;
    const answer = await connection.ask("call:join", words);
    if (mine !== run) return;
    if (answer.ok) {
      set("in");
      parts.onJoined(answer.value);
      return;
    }
    switch (answer.reason) {
      case "call-off":
        return out("unavailable");
      case "call-full":
        isWanted = false;
        return out("full");
      case "not-seated":
        isSeated = false;
        return out();
      default:
        beginLater();
    }
  }

  const stops = [
    connection.on("room:welcomed", ({ seated }) => {
      isSeated = seated;
      tries = 0;
      if (seated) begin();
      else out();
    }),
    connection.on("seat:moved", () => {
      isSeated = false;
      out();
    }),
    connection.on("call:ended", ({ reason }) => {
      if (reason === "off") return out("unavailable");
      if (state !== "in" && state !== "again") return;
      if (reason === "moved") return out();
      parts.onLost();
      tries = 0;
      begin();
    }),
    connection.onLink(({ kind }) => {
      if (kind === "closed") out();
    }),
  ];

  return {
    get state() {
      return state;
    },
    get isWanted() {
      return isWanted;
    },
    want(wanted) {
      if (isWanted === wanted) return;
      isWanted = wanted;
      if (wanted) return begin();
      if (state !== "out" && state !== "full" && state !== "unavailable")
        void connection.ask("call:leave", {});
      if (state !== "unavailable") out();
    },
    again() {
      if (state !== "in") return;
      set("again");
      beginLater();
    },
    close() {
      clearTimeout(timer);
      run += 1;
      for (const stop of stops) stop();
    },
  };
}
