import { common } from "./en/common.ts";
import { journey } from "./en/journey.ts";
import { joining } from "./en/joining.ts";
import { presence } from "./en/presence.ts";
import { refusals } from "./en/refusals.ts";
import { shell } from "./en/shell.ts";

/** The whole English catalogue: one file for each area of the screen under `en/`, merged here. */
export const en = {
  ...common,
  ...journey,
  ...joining,
  ...presence,
  ...refusals,
  ...shell,
} as const;

export type TextId = keyof typeof en;
