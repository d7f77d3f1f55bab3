import { deniable } from "./nudge-deniable.ts";
import { undeniable } from "./nudge-undeniable.ts";

/**
 * A quiet, private look at what one person has just written: does it speak of what was not good? Only a
 * list is asked, here on the device; nothing is sent, changed or kept.
 */

const contractions: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02bc`]/gu, "'"],
  [/\bcan't\b|\bcannot\b/gu, "can not"],
  [/\bwon't\b/gu, "will not"],
  [/n't\b/gu, " not"],
  [/'ve\b/gu, " have"],
  [/'re\b/gu, " are"],
  [/\bi'm\b/gu, "i am"],
  [/'ll\b/gu, " will"],
  [/'d\b/gu, " would"],
  [/\b(it|that|he|she|what|there)'s\b/gu, "$1 is"],
  [/\b(\w+) of (been|done|waited|tried|given|let|left|noticed|listened)\b/gu, "$1 have $2"],
  [/[\s_*]+/gu, " "],
];

/** What turns the words after it round: "did not", "never", "rather than". */
const denial =
  /\b(?:not|never|no|nothing|nobody|none|without|hardly|barely|neither|nor|no longer|rather than|instead of|far from|anything but|stopped|less|no one|let go of|dropped|put aside|put down)\b(?: [\w'-]+){0,4} $/u;
/** What went before is only told to say how it is now. */
const thenAndNow =
  /\b(?:used to|not always|in the past|at (?:the time|first)|last (?:time|cycle|year|week|term)|before,? i (?:would|used)|a year ago|once)\b.*\b(?:now|today|this time|these days|here|but|then|until)\b/u;
/** A worry that did not come true. */
const worry =
  /\b(?:thought|worried|feared|expected|afraid|scared|believed|nearly|almost|tempted)\b/u;
const answerToWorry =
  /\b(?:but|yet|actually|in fact|turns out|instead|and (?:i|here|there|he|she)|look at)\b/u;
/** What others say, or what one would have said before. */
const hearsay = /\b(?:people say|they (?:say|told)|would have (?:said|missed))\b/u;
/** It did not stay so: what came of it in the same sentence, or what was done about it. */
const eased = new RegExp(
  [
    "\\bon purpose\\b",
    "\\bso (?:i|you|we) (?!should|must|need|could|just)",
    `(?:[,;:\u2013\u2014]| - |\\b(?:and|but|so|then|until|yet)\\b)[^.]*\\b(?:${[
      "(?:soften|relax|laugh|smil|giggl|beam|grinn|cheer|melt|calm|settl)\\w*",
      "(?:became|is|was) (?:now )?our|came back|looked (?:back|at me|at you|up)|together|himself|herself|turned into|just as",
      "look at th\\w+|(?:here|there) (?:he|she|it|they|we) (?:is|are|was|were)",
      "(?:i|you|we|he|she) (?:then )?(?:still |just )?(?:waited|stayed|watched|listened|held (?:back|still|on)|followed|copied|tried again|respected|moved back|saw|noticed|knew|trusted|sat on|shared|made a new|breathed)",
      "(?:kept (?:going|still|quiet|my|your|looking|on)|stayed|waited|let (?:it|him|her|them) (?:be|go|lead|try|choose|come))",
      "(?:he|she|they|kit|zara) (?:then )?(?:told|showed|reached|loved|found|reminded|put it right|did so much|came|filled|answered|hummed|chose)",
      "(?:i|we|he|she) did not",
    ].join("|")})\\b`,
  ].join("|"),
  "u",
);
/** Words that only look like the list's. */
const harmless =
  /fail\w* to keep a straight face|wrong-foot\w*|nothing (?:was |is |went |has gone )?wrong|(?:not a|solv\w+ (?:the|a|this|our)|without a|without any) problems?|not (?:so |too )?bad|bad (?:day|morning|week|night|cold|weather|dream)s?|poor (?:old|little|light|sound|thing|lamb|teddy)|without fail|weak (?:sun|light|smile|tea)\w*|over too soon|too good|not too|wrong about (?:him|her|what|how)|in the wrong order|trial and error|wrong (?:way round|shoe|foot|sock|side|end|hand)\w*/gu;

function plainly(words: string): string {
  return contractions.reduce((text, [from, to]) => text.replace(from, to), words.toLowerCase());
}

const sentence = /[^.!?\n]+[.!?\n]*/gu;

/** The sentences that lie on or touch the stretch from one place to another (UTF-16 units), each as it stands. */
export function sentencesAt(words: string, from: number, to: number): string[] {
  return [...words.matchAll(sentence)]
    .filter(({ 0: one, index }) => index <= to && index + one.length >= from)
    .map(([one]) => one.trim())
    .filter(Boolean);
}

function clauseBefore(said: string, index: number): string {
  return (
    said
      .slice(0, index)
      .split(/[,;:\u2013\u2014()]| - | but /u)
      .at(-1) ?? ""
  );
}

function isOnlyWorry(said: string, index: number, end: number): boolean {
  const before = said.slice(0, index);
  return hearsay.test(before) || (worry.test(before) && answerToWorry.test(said.slice(end)));
}

function speaksOfDeficit(raw: string): boolean {
  const said = plainly(raw).trim().replace(harmless, "");
  if (thenAndNow.test(said)) return false;
  const isDenied = (start: number) => denial.test(clauseBefore(said, start));
  const isFound = (signs: readonly RegExp[], isExcused: (start: number, end: number) => boolean) =>
    signs.some((one) =>
      [...said.matchAll(one)].some(({ 0: found, index }) => {
        const end = index + found.length;
        return !isOnlyWorry(said, index, end) && !isExcused(index, end);
      }),
    );
  const isEased = (end: number) => eased.test(said.slice(end));
  return (
    isFound(undeniable, (_start, end) => isEased(end)) ||
    isFound(deniable, (start, end) => isDenied(start) || isEased(end))
  );
}

/** The sentences among these words that speak of a deficit, as they stand there. */
export function deficitSentences(words: string): string[] {
  return sentencesAt(words, 0, words.length).filter(speaksOfDeficit);
}
