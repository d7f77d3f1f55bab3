/** Words of cutting a clip out of a film: one sentence and a next step for each way it can end. */
export const cut = {
  "cut.progress": "Making this clip: {percent} %",
  "cut.done": "The clip is made and checked. Nothing outside it is in the file.",
  "cut.withoutSound": "This browser cannot read the film's sound, so the clip is silent.",
  "cut.refused.film-unreadable":
    "This file cannot be read as a film any more. Choose the film again from where it is kept.",
  "cut.refused.film-undecodable":
    "This browser cannot show this kind of film. Please open this page in another browser.",
  "cut.refused.film-undecodable.at":
    "The film cannot be read at {time}. Choose a stretch without this place, or open this page in another browser.",
  "cut.refused.nothing-there":
    "The film shows no picture in this stretch. Move the start or the end.",
  "cut.refused.one-picture":
    "There is one picture in this stretch. A clip shows a movement: move the start or the end.",
  "cut.refused.too-long":
    "A clip can be up to 60 seconds. Move the start and the end closer to the moment that matters.",
  "cut.refused.cannot-encode":
    "This browser cannot make clips. Please open this page in a current Chrome, Edge, Safari or Firefox.",
  "cut.refused.disk-full":
    "This device has no room left for the clip. Make some room on it, then make the clip again.",
  "cut.refused.not-as-planned":
    "The clip was made but did not pass our check, so it was thrown away. Please make it again.",
  "cut.refused.stopped": "Making this clip was stopped. You can begin again at any time.",
} as const;
