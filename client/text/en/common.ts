/** Words used on more than one screen. */
export const common = {
  "common.product": "SameFrame",
  "common.loading": "One moment…",
  "common.moment.at": "{clip}, {place}",
  "common.close": "Close",
  "common.back": "Back",
} as const;
