import { z } from "zod";

/** A yes or no as the database keeps it: 1 or 0. */
export const flagSchema = z.literal([0, 1]).transform((value) => value === 1);
