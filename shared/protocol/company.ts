import { z } from "zod";

/** The room statement: who else is where this person sits. The other side always sees it. */
export const companySchema = z.enum(["just-me", "someone-with-me"]);
export type Company = z.infer<typeof companySchema>;
