import { clipMediaSchema } from "#shared/domain/clip.ts";

/**
 * Where the file of a clip goes up piece by piece, by tus 1.0.0 (creation, termination). A clip has one
 * upload at most, so creating, asking how far it is, going on and giving up all have this one address.
 */
export const uploadPath = "/api/uploads/:clipId";

/**
 * The request header that says which file goes up: its SHA-256 in hex. An upload goes on for the same file
 * only; another one begins anew, and nobody's bytes are mixed.
 */
export const clipDigestHeader = "clip-digest";

/** What that header holds; the same digest is the clip's `clipRev` once the file was accepted. */
export const clipDigestSchema = clipMediaSchema.shape.clipRev;
