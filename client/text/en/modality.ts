/** The forms in which a child starts something, as they are seen or heard; never what they might mean. */
export const modality = {
  "modality.label": "In which form",
  "modality.none": "Not said",
  "modality.gaze": "A look",
  "modality.face": "The face",
  "modality.body": "Turning or leaning",
  "modality.touch": "Reaching, touching or pushing away",
  "modality.stilling": "Becoming still or quiet",
  "modality.breath": "Breathing",
  "modality.rhythm": "Moving in a rhythm",
  "modality.voice": "A sound of the voice",
  "modality.sign": "A sign, such as Makaton",
  "modality.object": "An object that stands for something",
  "modality.symbol": "A symbol or picture card",
  "modality.single-message": "A button or device that speaks",
  "modality.eye-gaze": "An eye-gaze device",
  "modality.word": "A word",
} as const;
