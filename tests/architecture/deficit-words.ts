/** DESIGN.md section 4: words that no text of the product may use about anyone or anything. */
const deficitWords = [
  "fail",
  "failed",
  "failing",
  "failure",
  "weak",
  "weakness",
  "weaknesses",
  "poor",
  "poorly",
  "wrong",
  "wrongly",
  "bad",
  "badly",
  "problem",
  "issue",
  "concern",
  "deficit",
  "lack",
  "lacking",
  "missed",
  "ignored",
  "mistake",
  "mistaken",
  "should have",
  "must improve",
  "target",
  "score",
  "non-compliant",
  "challenging behaviour",
];

const pattern = new RegExp(`(?<![\\w-])(?:${deficitWords.join("|")})s?(?![\\w-])`, "giu");

/** DESIGN.md section 5 gives these very words to a chip: they are about a line, never about a person. */
const aboutALine = /weak connection/giu;

/** The deficit words of one message, in lower case. Names of values (`{count}`) are not text. */
export function deficitWordsIn(message: string): string[] {
  const said = message
    .replaceAll(/\{\w+\}/g, "")
    .replaceAll("\u2019", "'")
    .replaceAll(aboutALine, "");
  return [...said.matchAll(pattern)].map(([word]) => word.toLowerCase());
}
