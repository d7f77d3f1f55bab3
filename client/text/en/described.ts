/** Captions and descriptions of a clip, as somebody reads or hears them in the room. */
export const described = {
  "described.captions": "{there, select, yes {Captions} other {Captions (this clip has none)}}",
  "described.descriptions":
    "{there, select, yes {Descriptions} other {Descriptions (this clip has none)}}",
  "described.said-captions":
    "{state, select, on {Captions are on.} other {Captions are off.}} {there, select, yes {} other {This clip has none.}}",
  "described.said-descriptions":
    "{state, select, on {Descriptions are on.} other {Descriptions are off.}} {there, select, yes {} other {This clip has none.}}",
  "described.no-captions": "This clip has no captions.",
  "described.no-descriptions": "This clip has no description.",
  "described.read": "What this clip shows, in words",
  "described.mark": "{place} {words}",
  "described.key-captions": "Captions, for me alone",
  "described.key-descriptions": "Descriptions read out, for me alone",
} as const;
