import type { CallRouter } from "./call-router.ts";
import type { CallRouters } from "./call-routers.ts";

/** The router of one room's call: opened when it is first wanted, lost with its worker, opened again. */
export interface RoomRouter {
  /** Null while there is none. */
  readonly now: CallRouter | null;
  /** Whether there are workers at all, though one may be starting again just now. */
  readonly isToBeHad: boolean;
  /** The one there is, or a new one; null where none can be had now. */
  open(): Promise<CallRouter | null>;
  close(): void;
}

/** Opens nothing yet. `onLost`: its worker died. */
export function createRoomRouter(routers: CallRouters, onLost: () => void): RoomRouter {
  let now: CallRouter | null = null;
  let opening: Promise<CallRouter | null> | null = null;
  let isClosed = false;

  async function open(): Promise<CallRouter | null> {
    const opened = await routers.open();
    opening = null;
    if (isClosed) {
      opened?.close();
      return null;
    }
    now = opened;
    opened?.onLost(() => {
      now = null;
      onLost();
    });
    return opened;
  }

  return {
    get now() {
      return now;
    },
    isToBeHad: routers.place !== null,
    async open() {
      if (now !== null || routers.place === null) return now;
      opening ??= open();
      return await opening;
    },
    close() {
      isClosed = true;
      now?.close();
    },
  };
}
