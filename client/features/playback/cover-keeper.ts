import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Cover } from "#shared/protocol/room-events.ts";

/** The cover as this page shows it, its own side counted at once. */
export interface CoverView {
  readonly isCovered: boolean;
  readonly isByMe: boolean;
  /** Everybody who covers now, oneself included. */
  readonly by: readonly ParticipantId[];
  /** Whether a press would lift something: one's own cover, or that of people gone for a minute. */
  readonly mayLift: boolean;
}

/** The cover as this side shows it: on at once by one's own hand, off only by the server's word. */
export interface CoverKeeper {
  view(): CoverView;
  put(): void;
  lift(): void;
  /** Begins to listen; answers how to stop. */
  open(): () => void;
}

/** Sends the wish as soon as there is a line, and again after a reconnect. */
export function createCoverKeeper(
  connection: Pick<RoomConnection, "ask" | "on" | "latest" | "onLink">,
  me: ParticipantId,
  onChange: () => void,
): CoverKeeper {
  let held: Cover = { by: [], liftableByOthers: false };
  let wish: "put" | "lift" | null = null;

  async function send() {
    const asked = wish;
    if (asked === null) return;
    const answer = await connection.ask(asked === "put" ? "cover:put" : "cover:lift", {});
    if (wish !== asked || !answer.ok) return; // unanswered, the wish stands until there is a line
    wish = null;
    onChange();
  }

  function take(cover: Cover) {
    held = cover;
    onChange();
  }

  function isByMe() {
    return wish === null ? held.by.includes(me) : wish === "put";
  }

  const listen = () => [
    connection.on("cover:changed", take),
    connection.on("room:welcomed", () => void send()),
    connection.onLink((link) => {
      if (link.kind === "here") void send();
    }),
  ];

  return {
    view: () => {
      const others = held.by.filter((who) => who !== me);
      const by = isByMe() ? [...others, me] : others;
      const isCovered = held.by.length > 0 || wish === "put";
      return {
        isCovered,
        isByMe: isByMe(),
        by,
        mayLift: isByMe() || (isCovered && held.liftableByOthers),
      };
    },
    put: () => {
      wish = "put";
      onChange();
      void send();
    },
    lift: () => {
      wish = "lift";
      onChange();
      void send();
    },
    open: () => {
      held = connection.latest("cover:changed") ?? held;
      const leave = listen();
      return () => {
        for (const stop of leave) stop();
      };
    },
  };
}
