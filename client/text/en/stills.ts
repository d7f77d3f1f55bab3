/** Words of the held pictures, and of drawing on them. */
export const stills = {
  "still.open": "The held picture at {time}. Open it large",
  "still.title": "The picture at {time}",
  "still.drawnBy": "Drawn on by {names}",
  "still.surface": "The picture to draw on. Arrow keys move a ring, Enter keeps it.",
  "still.tools": "Draw on the picture",
  "still.ring": "Ring",
  "still.arrow": "Arrow",
  "still.keep": "Keep on the picture",
  "still.takeAway": "Take my drawing away",
  "still.nothing": "Press on the picture first, or draw an arrow on it.",
  "still.kept": "Your drawing is on the picture.",
  "still.taken": "Your drawing is off the picture.",
  "still.hint": "What you draw fades after a few seconds unless you keep it.",
  "still.full": "This picture holds twelve drawings. Take yours away to make room for another.",
  "still.waiting": "The picture is being kept. In a moment you can draw on it.",
} as const;
