/**
 * Names taken out of what people wrote. A name is found however it is spelled with accents, hyphens or a
 * missing apostrophe. A name that is also a word ("Will") is one only with its capital letter. In doubt a
 * word is taken for the name: a sentence that reads oddly can be put right, a name that stands there cannot.
 */

/** Whose name gives way to which words: `Ada` to `a pupil`, or to `A.`. */
export interface NameChange {
  readonly name: string;
  readonly by: string;
}

/** First names that are also common words, in small letters. */
const alsoWords = new Set(
  (
    "will may mark rose hope joy grace faith april june summer autumn dawn sky skye star rain river brook ray " +
    "bill rich frank grant chase chance art drew jack gene pat guy miles dean king prince angel blessing precious " +
    "miracle ivy daisy lily poppy violet hazel olive ruby pearl jasmine iris basil sage robin amber crystal jade " +
    "coral sunny melody harmony destiny trinity patience honor honour bear fox hunter mason cliff dale wade lance " +
    "skip dot penny sandy max tiger forest page reed rowan"
  ).split(" "),
);

/** The text without these names: whole names first, then each part of a name of several. */
export function replaceNames(text: string, changes: readonly NameChange[]): string {
  const parts = changes.flatMap(({ name, by }) =>
    partsOf(name).map((part) => ({ name: part, by })),
  );
  return [...changes, ...parts].reduce(replaceName, text.normalize("NFD")).normalize("NFC");
}

/** The first letter of a name with a full stop: `A.`. */
export function initialOf(name: string): string {
  const [first = ""] = name.trim().normalize("NFC");
  return `${first.toLocaleUpperCase("en")}.`;
}

function partsOf(name: string): string[] {
  const parts = name.trim().split(/[\s-]+/);
  return parts.length > 1 ? parts : [];
}

function replaceName(text: string, { name, by }: NameChange): string {
  const plain = name
    .trim()
    .normalize("NFD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "");
  const letters = Array.from(plain);
  const known = plain.toLocaleLowerCase("en");
  if (!/\p{L}/u.test(known) || known === "a" || known === "i") return text;
  const needsCapital = letters.length < 3 || alsoWords.has(known);
  // "Zaras" is "Zara’s" in a hurry; in "James' turn" the apostrophe alone says it.
  const owned = known.endsWith("s") ? "(['’](?!\\p{L}))?" : "(s)?";
  const stop = by.endsWith(".") ? "\\.?" : "";
  const spelled = letters.map((letter, n) => spellingOf(letter, needsCapital && n === 0)).join("");
  return text.replaceAll(
    new RegExp(`(?<![\\p{L}\\p{M}])${spelled}${owned}(?!\\p{L})${stop}`, "gu"),
    (_match, owns: string | undefined, at: number, all: string) => {
      const words = owns === undefined ? by : `${by}’s`;
      return beginsSentence(all.slice(0, at)) ? capitalised(words) : words;
    },
  );
}

/** A letter, large or small, with whatever accents or invisible signs; between words any space or hyphen. */
function spellingOf(letter: string, isCapital: boolean): string {
  if (/[\s-]/.test(letter)) return "[\\s-]+";
  const large = literally(letter.toLocaleUpperCase("en"));
  const small = literally(letter.toLocaleLowerCase("en"));
  return `${isCapital ? large : `(?:${large}|${small})`}[\\p{M}\\p{Cf}]*`;
}

const literally = (letter: string) => letter.replaceAll(/[$()*+./?[\\\]^{|}]/g, "\\$&");

const beginsSentence = (before: string) => /(^|[.!?…\n])["'“”‘’()\s]*$/u.test(before);

function capitalised(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase("en") + words.slice(1);
}
