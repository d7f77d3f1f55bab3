import { useEffect } from "react";

/** What a person can be brought to in the room, each by whichever part shows it. */
export type RoomPlace = "question" | "clips" | "lastAims" | "allMoments" | "aims" | "finish";

/** Where the parts of the room say how one gets to them. */
export interface RoomPlaces {
  /** Says how to get to a place; answers how to take that back. */
  readonly offer: (place: RoomPlace, bring: () => void) => () => void;
  /** Brings this browser's person there and nobody else; nothing while the place is not there. */
  readonly bringTo: (place: RoomPlace) => void;
}

/** Makes the places of a page. Of two that offer one place, the later is it. */
export function createRoomPlaces(): RoomPlaces {
  const ways = new Map<RoomPlace, () => void>();
  return {
    offer(place, bring) {
      ways.set(place, bring);
      return () => {
        if (ways.get(place) === bring) ways.delete(place);
      };
    },
    bringTo: (place) => ways.get(place)?.(),
  };
}

const pagePlaces = createRoomPlaces();

/** Brings whoever pressed to a place of the room, on their own screen alone. */
export const bringTo = pagePlaces.bringTo;

/** Offers a place of the room while this component is shown; `bring` has to be stable. */
export function useRoomPlace(place: RoomPlace, bring: () => void): void {
  useEffect(() => pagePlaces.offer(place, bring), [place, bring]);
}
