/** What can be wrong with a finished file; nobody but its maker sees these names. */
export type ClipFault =
  | "unreadable"
  | "tracks"
  | "tags"
  | "size"
  | "too-heavy"
  | "frame-count"
  | "frame-times"
  | "reordered"
  | "length"
  | "sound-length"
  | "picture-undecodable"
  | "first-picture"
  | "last-picture"
  | "cover-open";
