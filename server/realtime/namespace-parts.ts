import type { Lobby } from "#server/identity/lobby.ts";
import type { DoorParts } from "./open-door.ts";

/** What the namespaces of the door are built from. */
export interface NamespaceParts extends DoorParts {
  readonly lobby: Lobby;
}

/** A connection that hears nothing is looked at again this often. */
export const recheckMs = 30_000;
