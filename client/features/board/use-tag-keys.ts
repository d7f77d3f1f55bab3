import type { KeyboardEvent } from "react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import { familyIds } from "#shared/board/framework.ts";
import type { ObservationView } from "#shared/board/read-board.ts";
import { useBoardRoom } from "./board-room.ts";
import { changeCards } from "./card-changes.ts";
import { namesFamily, toggleFamily } from "./principles.ts";

const textFields = "input, textarea, select, [contenteditable]";

/**
 * The keys 1 to 6 on a card name its principle, or take it away: for `onKeyDownCapture` of whatever holds
 * the card, so that the room, where digits open clips, does not hear them. In a text field they are digits.
 */
export function useTagKeys({ observationId, principleIds }: ObservationView) {
  const { connection } = useBoardRoom();
  return (event: KeyboardEvent) => {
    const familyId = connection.canWrite ? familyAt(event) : undefined;
    if (familyId === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    const ids = toggleFamily(principleIds, familyId);
    changeCards(connection, [{ observationId, values: { principleIds: ids } }]);
    const isNamed = namesFamily(ids, familyId);
    const principle = text(`board.principle.${familyId}`);
    announce(text(isNamed ? "board.principles.named" : "board.principles.taken", { principle }));
  };
}

function familyAt({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent) {
  if (ctrlKey || metaKey || altKey || shiftKey) return undefined;
  const isInText = target instanceof Element && target.closest(textFields) !== null;
  return isInText ? undefined : familyIds[Number(key) - 1];
}
