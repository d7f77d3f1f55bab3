/** Words of the practitioner's own place. */
export const ownPlace = {
  "ownPlace.title": "My place",
  "ownPlace.nav": "My pages",
  "ownPlace.growth": "Then and now",
  "ownPlace.strengths": "My strengths",
  "ownPlace.lead":
    "This page is yours, {name}. It opens in this browser because you were let in here, or opened it here with a link of yours.",
  "ownPlace.open": "Go to my place",
  "ownPlace.next": "The next review",
  "ownPlace.next.open": "The door of your review is open.",
  "ownPlace.next.early": "Your next review begins on {when}. You can ask to come in from {opens}.",
  "ownPlace.next.none":
    "No review is planned with this link. Your guider sends you a new one for the next review.",
  "ownPlace.next.goIn": "Go to the way in",
  "own.title": "My words and aims",
  "own.none":
    "Nothing yet. What you choose to do more of, the moments you pin as yours, and your own notes stand here.",
  "own.moments": "Moments I pinned as mine",
  "own.momentGone": "A moment of a clip that is not kept any more",
  "own.stills": "Show the pictures of these moments",
  "own.still": "The picture of the moment at {place}",
  "own.notes": "Notes only you can read",
  "own.take": "Take all of it with you",
  "own.takeWords":
    "Your aims, notes, check-ins, reports and strengths, and what is kept about you, in one file. It is made in this browser, and there is no clip in it.",
  "own.takeText": "To read (text)",
  "own.takeData": "As data (JSON)",
  "own.taken": "Saved as a file. Keep it where only you can open it.",
  "own.takenOn": "Taken away on {day}",
  "own.dated": "{what}, {day}",
  "own.shared": "Your guider can see this one.",
  "own.notShared": "Only you can see it.",
  "own.fileName": "my-sameframe",
  "ownPlace.growthWords":
    "Your hopes over the cycles, the moments you kept, and clips that are open for you to watch again.",
  "ownPlace.strengthsWords":
    "Choose what others may read about what you do. Nothing is shared until you say so.",
} as const;
