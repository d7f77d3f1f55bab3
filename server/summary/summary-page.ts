import type { Summary } from "#shared/report/summary.ts";
import { html } from "#shared/lib/html.ts";
import type { Markup } from "#shared/lib/html.ts";

/** What its reader is shown: what was approved, for whom, and until when (epoch UTC). */
export interface ReadSummary {
  readonly practitionerName: string;
  readonly forWhom: string;
  readonly closesAtMs: number;
  readonly summary: Pick<Summary, "intro" | "lines" | "closing">;
}

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeZone: "Europe/London",
});

/** The page of a strengths summary: text alone, no script, no address but our own. */
export function summaryPage({
  practitionerName,
  forWhom,
  closesAtMs,
  summary,
}: ReadSummary): string {
  const { intro, lines, closing } = summary;
  const title = `${practitionerName}: Strengths summary`;
  return page(
    title,
    html`<p class="for">For ${forWhom}</p>
      <h1>${practitionerName}</h1>
      <p class="what">Strengths summary</p>
      ${paragraphs(intro)}
      <ul>
        ${lines.map(({ text }) => html`<li>${text}</li>`)}
      </ul>
      ${paragraphs(closing)}
      <footer>
        <p>
          ${practitionerName} chose each of these lines, from reviews in which they looked at short
          clips of their own work together with a guider. Children and others are not named.
        </p>
        <p>
          This page can be read until ${dayFormat.format(closesAtMs)}. Please do not pass it on.
        </p>
      </footer>`,
  );
}

/** For every link that opens nothing: one that was never there, has ended or was closed. */
export const closedPage = page(
  "Nothing to read here",
  html`<h1>There is nothing to read here</h1>
    <p>
      This link may have ended, or it may have been copied in part. Whoever sent it to you can make
      a new one.
    </p>`,
);

function paragraphs(words: string): Markup[] {
  return words
    .split(/\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => html`<p>${one}</p>`);
}

function page(title: string, body: Markup): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <link rel="stylesheet" href="/summary.css" />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `.html;
}
