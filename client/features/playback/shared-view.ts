import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { ClipId } from "#shared/domain/ids.ts";
import { clampView, wholeView } from "#shared/playback/view.ts";
import type { View } from "#shared/playback/view.ts";
import { createPaced } from "./paced.ts";
import type { Time } from "./surroundings.ts";

/** The part of the picture both look at, one's own wish counted at once. */
export interface SharedView {
  /** Of this clip; another clip than the one it was set for is seen whole. */
  viewOf(clipId: ClipId | null): View;
  set(clipId: ClipId, view: View): void;
  /** Begins to listen; answers how to stop. */
  open(): () => void;
}

/** What a shared view is made of. */
export interface SharedViewParts {
  readonly connection: Pick<RoomConnection, "ask" | "on" | "latest">;
  readonly time: Time;
  /** The clip the room is on: what is told of a view is told of that one. */
  readonly roomClipId: () => ClipId | null;
  readonly onChange: () => void;
}

interface ClipView {
  readonly clipId: ClipId | null;
  readonly view: View;
}

const everyMs = 1000 / 15;

/** Sends one's own wishes 15 times a second at most. Somebody else's later wish wins. */
export function createSharedView(parts: SharedViewParts): SharedView {
  const { connection, onChange } = parts;
  let told: ClipView = { clipId: null, view: wholeView };
  let mine: ClipView | null = null;
  let onTheWay = 0;

  const paced = createPaced(parts.time, everyMs, (wish: { clipId: ClipId; view: View }) => {
    onTheWay += 1;
    void connection.ask("view:set", wish).then((answer) => {
      onTheWay -= 1;
      const isLost = !answer.ok && answer.reason === "no-answer"; // stays, until there is a line
      if (onTheWay === 0 && paced.isSent() && !isLost) follow();
    });
  });

  /** Back to what the room says. */
  function follow() {
    paced.drop();
    mine = null;
    onChange();
  }

  function take(view: View) {
    told = { clipId: parts.roomClipId(), view };
  }

  const listen = () => [
    connection.on("room:welcomed", follow),
    connection.on("view:changed", ({ view, by }) => {
      take(view);
      const isMine = by === connection.latest("room:welcomed")?.me;
      if (isMine) onChange();
      else follow();
    }),
  ];

  return {
    viewOf: (clipId) => {
      const shown = mine ?? told;
      return shown.clipId === clipId ? shown.view : wholeView;
    },
    set: (clipId, view) => {
      mine = { clipId, view: clampView(view) };
      paced.give({ clipId, view: mine.view });
      onChange();
    },
    open: () => {
      take(connection.latest("view:changed")?.view ?? wholeView);
      const leave = listen();
      return () => {
        paced.drop();
        for (const stop of leave) stop();
      };
    },
  };
}
