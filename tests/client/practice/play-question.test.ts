import { beforeEach, expect, it } from "vitest";
import { createPlayQuestion, questionStandsMs } from "#client/features/practice/play-question.ts";
import type { PlayQuestion } from "#client/features/practice/play-question.ts";
import { pausesFilm, stillWritingMs } from "#client/features/practice/use-writing-pauses.ts";
import { createVirtualTime } from "#tests/helpers/virtual-time.ts";
import type { VirtualTime } from "#tests/helpers/virtual-time.ts";

let time: VirtualTime;
let question: PlayQuestion;

beforeEach(() => {
  time = createVirtualTime();
  question = createPlayQuestion((delayMs, run) => time.after(delayMs, run));
});

it("[BS35] [F4.6] with nobody writing a press plays", () => {
  expect([question.press(), question.asked()]).toEqual([true, null]);
});

it("[BS35] [F4.6] over somebody's words the first press asks and the second plays", () => {
  question.setWriters(["Joanne"]);

  const first = question.press();
  const asked = question.asked();
  const second = question.press();

  expect([first, asked, second, question.asked()]).toEqual([false, "Joanne", true, null]);
});

it("[BS35] [F4.6] the question stands for ten seconds; then a press asks anew", async () => {
  question.setWriters(["Joanne"]);
  question.press();
  await time.advance(questionStandsMs - 1);
  const late = question.asked();
  await time.advance(1);

  expect([late, question.asked(), question.press()]).toEqual(["Joanne", null, false]);
});

it("[BS35] [F4.6] once the other is quiet a single press is enough again", () => {
  question.setWriters(["Joanne"]);
  question.press();

  question.setWriters([]);

  expect([question.asked(), question.press()]).toEqual([null, true]);
});

it("[BS35] a question once asked stays the same while it stands, and is told once", () => {
  let told = 0;
  question.subscribe(() => (told += 1));
  question.setWriters(["Joanne"]);
  question.press();
  question.setWriters(["Joanne", "Tom"]);

  expect([told, question.asked()]).toEqual([1, "Joanne"]);
});

it("[BS34] [A8] beginning to write pauses a moving film, whoever set it going", () => {
  expect(pausesFilm(true, stillWritingMs)).toBe(true);
  expect(pausesFilm(false, stillWritingMs)).toBe(true);
  expect(pausesFilm(false, 100)).toBe(true);
});

it("[BS34] writing on does not take back a play the other was asked about", () => {
  expect(pausesFilm(true, stillWritingMs - 1)).toBe(false);
});
