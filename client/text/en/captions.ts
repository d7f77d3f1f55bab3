/** Words of writing a clip's captions. */
export const captions = {
  "captions.line": "A line of captions",
  "captions.lineHint": "What is said, or a sound: “Kit hums”. Type it, then press at its place.",
  "captions.start": "It starts here",
  "captions.end": "It ends here",
  "captions.added": "Line added",
  "captions.from": "Line {number}, from",
  "captions.to": "Line {number}, to",
  "captions.words": "Line {number}, its words",
  "captions.remove": "Remove line {number}",
  "captions.notAPlace": "Please type minutes and seconds, for example 0:02.500.",
  "captions.endsTooSoon": "A line starts before it ends.",
  "captions.noWords": "A line needs words. To take it away, press the bin.",
  "captions.file": "Captions from a file",
  "captions.fileHint": "A WebVTT file (.vtt). It takes the place of the lines above.",
  "captions.choose": "Choose a file",
  "captions.refused.captions-unreadable":
    "This is not a WebVTT file that can be read. Save your captions as .vtt and choose the file again.",
  "captions.refused.captions-empty": "There are no captions in this file. Choose another one.",
  "captions.refused.captions-too-long":
    "These captions are too long for a clip. Keep to the lines of this clip.",
} as const;
