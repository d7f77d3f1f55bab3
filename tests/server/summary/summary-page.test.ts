import { expect, it } from "vitest";
import { hostileWords } from "#tests/helpers/hostile-words.ts";
import { escapeHtml, html } from "#shared/lib/html.ts";
import { closedPage, summaryPage } from "#server/summary/summary-page.ts";

const read = (words: string) =>
  summaryPage({
    practitionerName: words,
    forWhom: words,
    closesAtMs: Date.UTC(2026, 11, 23),
    summary: { intro: words, lines: [{ lineId: "1", text: words }], closing: words },
  });

it.each(hostileWords)("[T2] [JN67] %j is words in every place of the page", (words) => {
  const page = read(words);

  expect(page.replaceAll(escapeHtml(words), "words")).toBe(read("words"));
  expect(escapeHtml(words)).not.toMatch(/[<>"'`\0]/);
});

it("[JN67] a template escapes every value that no template made", () => {
  const part = html`<b title="${'"<'}">${"&"}</b>`;

  expect(html`${[part, part]}${part}`.html).toBe('<b title="&#34;&#60;">&#38;</b>'.repeat(3));
});

it("[T2] [JN67] is whole without a script, says for whom and until when, and asks not to be found", () => {
  const page = read("Callum");

  expect(page).toContain("For Callum");
  expect(page).toContain("until 23 December 2026");
  for (const one of [page, closedPage]) {
    expect(one).not.toContain("<script");
    expect(one).toContain('<html lang="en-GB">');
    expect(one).toContain('content="noindex, nofollow"');
  }
});
