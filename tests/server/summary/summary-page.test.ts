import { expect, it } from "vitest";
import { escapeHtml, html } from "#server/summary/html.ts";
import { closedPage, summaryPage } from "#server/summary/summary-page.ts";

/** What breaks out of a text, an attribute, a style or a script where nothing is escaped. */
const corpus = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "</title><script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '" autofocus onfocus=alert(1) x="',
  "' onmouseover='alert(1)",
  "`onclick=alert(1)",
  "<a href=javascript:alert(1)>x</a>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<!--><script>alert(1)</script>-->",
  "<scr\0ipt>alert(1)</scr\0ipt>",
  "&lt;script&gt;",
  "<base href=//evil.example>",
  "<meta http-equiv=refresh content=0;url=//evil.example>",
  "<<script>script>alert(1)",
  "\u003cscript\u003ealert(1)",
  "${alert(1)}",
];

const read = (words: string) =>
  summaryPage({
    practitionerName: words,
    forWhom: words,
    closesAtMs: Date.UTC(2026, 11, 23),
    summary: { intro: words, lines: [{ lineId: "1", text: words }], closing: words },
  });

it.each(corpus)("[T2] [JN67] %j is words in every place of the page", (words) => {
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
