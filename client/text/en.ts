import { common } from "./en/common.ts";

/** The whole English catalogue: one file for each area of the screen under `en/`, merged here. */
export const en = { ...common } as const;

export type TextId = keyof typeof en;
