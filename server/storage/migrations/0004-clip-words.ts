import type { Migration } from "./migration.ts";

/** What is said of a clip beyond its title: the form of the initiative, why this moment, captions, descriptions. */
export const migration0004: Migration = {
  version: 4,
  statements: ({ text }) => [
    `alter table clips add column modality ${text}`,
    `alter table clips add column why ${text} not null default ''`,
    `alter table clips add column captions ${text} not null default ''`,
    // A list of places and words, as JSON.
    `alter table clips add column marks ${text} not null default '[]'`,
  ],
};
