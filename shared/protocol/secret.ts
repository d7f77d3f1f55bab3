import { z } from "zod";

/** 32 random bytes as base64url: set-up, sign-in, review and person links carry one in their fragment. */
export const secretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
