/** The guider's page for the organisation's words under the six families. */
export const framework = {
  "framework.title": "Our words for attunement",
  "framework.lead":
    "The six families stay. The words under them are yours: everybody in your organisation sees them on the board. What you take away can still be read on boards that used it.",
  "framework.label": "{family}, {number}",
  "framework.add": "Add words",
  "framework.addTo": "Add words to {family}",
  "framework.up": "Move {number} up",
  "framework.down": "Move {number} down",
  "framework.remove": "Take {number} away",
  "framework.save": "Save our words",
  "framework.saved": "All saved",
  "framework.unsaved": "Not saved yet",
  "framework.file": "As a file",
  "framework.export": "Keep a copy as a file",
  "framework.import": "Take over a file",
  "framework.importHint":
    "Its words are shown above first. They count when you press “Save our words”.",
  "framework.choose": "Choose a file",
  "framework.refused.not-json":
    "This file could not be read. Choose one that was kept here as a copy. Your words are as they were.",
  "framework.refused.other-file":
    "This file holds something else. Choose one that was kept here as a copy. Your words are as they were.",
  "framework.refused.families":
    "This file does not have each of the six families once. Add what is not there and choose it again. Your words are as they were.",
  "framework.refused.label-words":
    "Some words in this file are empty, or longer than 80 letters. Change them and choose it again. Your words are as they were.",
  "framework.refused.label-count":
    "One family in this file has more than 16 lines. Take some out and choose it again. Your words are as they were.",
  "framework.refused.label-twice":
    "Two lines in this file have the same id, or one stands under another family. Change it and choose it again. Your words are as they were.",
  "framework.refused.too-large":
    "This file is larger than any copy kept here. Choose another one. Your words are as they were.",
} as const;
