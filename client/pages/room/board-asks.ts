import type { RoomAnswer } from "#client/lib/room-messages.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { commandIdSchema, observationIdSchema } from "#shared/domain/ids.ts";
import type { ObservationId } from "#shared/domain/ids.ts";

/** What the board asks of the server through the room, each under a command id of its own. */
export interface BoardAsks {
  readonly askAim: (from: ObservationId | null) => Promise<RoomAnswer<"aim:add">>;
  /** Makes a moment this person's own, or lets go of it; false when that could not be kept. */
  readonly onPin: (observationId: string, isPinned: boolean) => Promise<boolean>;
  /** Takes an aim away; false when that could not be done. */
  readonly onRemoveAim: (aimId: string) => Promise<boolean>;
}

const newCommandId = () => commandIdSchema.parse(crypto.randomUUID());

/** Asks along this line. */
export function createBoardAsks(connection: RoomConnection): BoardAsks {
  return {
    askAim: (fromObservationId) =>
      connection.ask("aim:add", { commandId: newCommandId(), fromObservationId }),
    onPin: async (id, isPinned) => {
      const observationId = observationIdSchema.parse(id);
      const pinned = { commandId: newCommandId(), observationId, isPinned };
      return (await connection.ask("moment:pin", pinned)).ok;
    },
    onRemoveAim: async (aimId) =>
      (await connection.ask("aim:remove", { commandId: newCommandId(), aimId })).ok,
  };
}
