import { heldParts, statusWords } from "#client/features/held/held-facts.ts";
import type { OwnTellers, Told } from "#client/features/own/own-text.ts";
import { reportParts } from "#client/features/report/report-parts.ts";
import { text } from "#client/lib/text.ts";
import { purposeSchema } from "#shared/domain/people.ts";

/** Tells a report and what is held as their own pages do. A report's guider keeps the words they added. */
export const ownTellers: OwnTellers = {
  report: (report) =>
    reportParts({ ...report, guiderWords: "" }).map(({ heading, blocks }) => ({
      title: heading,
      lines: blocks.flatMap(({ title, lines }): (string | Told)[] => {
        const said = lines.map(({ question, words }) =>
          question === "" ? words : `${question}: ${words}`,
        );
        return title === "" ? said : [{ title, lines: said }];
      }),
    })),

  held: (held, nowMs) => [
    ...heldParts(held, nowMs).map(({ title, facts, rest }) => ({
      title,
      lines: [...facts, ...rest],
    })),
    {
      title: text("held.permissions"),
      lines: held.people.flatMap((person) =>
        purposeSchema.options.map(
          (purpose) => `${text(`people.purpose.${purpose}`)}: ${statusWords(person, purpose)}`,
        ),
      ),
    },
  ],
};
