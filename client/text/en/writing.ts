/** Leaving while words are still on their way. */
export const writing = {
  "writing.unsaved.title": "Your last words are not saved yet",
  "writing.unsaved.words":
    "The connection is lost just now. Stay, and they are saved as soon as it is back.",
  "writing.unsaved.leave": "Leave without them",
} as const;
