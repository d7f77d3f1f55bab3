import { z } from "zod";

/** The forms in which a child starts something; what it might mean is another matter. */
export const modalities = [
  "gaze",
  "face",
  "body",
  "touch",
  "stilling",
  "breath",
  "rhythm",
  "voice",
  "sign",
  "object",
  "symbol",
  "single-message",
  "eye-gaze",
  "word",
] as const;
/** Reads one of the forms; refuses any other word. */
export const modalitySchema = z.enum(modalities);
export type Modality = z.infer<typeof modalitySchema>;

/** A mark of microanalysis on the guider's own film; it never leaves the device. Places are film time in ms. */
export const filmMarkSchema = z.discriminatedUnion("lane", [
  z.strictObject({
    lane: z.literal("child"),
    markId: z.uuid(),
    atMs: z.number().nonnegative(),
    modality: modalitySchema.nullable(),
    seen: z.string().max(200),
  }),
  z.strictObject({
    lane: z.literal("adult"),
    markId: z.uuid(),
    atMs: z.number().nonnegative(),
    /** A family of attunement principles (`attentive` ...), null while not said. */
    principleId: z.string().max(40).nullable(),
    seen: z.string().max(200),
  }),
]);
export type FilmMark = z.infer<typeof filmMarkSchema>;
