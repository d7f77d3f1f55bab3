import { dayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { html } from "#shared/lib/html.ts";
import type { Markup } from "#shared/lib/html.ts";
import type { StripCard } from "./strip-words.ts";

/** What a film strip's file is made from; `pictures` are `data:` addresses by observation. */
export interface StripFile {
  readonly practitionerName: string;
  readonly childName: string;
  readonly cards: readonly StripCard[];
  readonly pictures: ReadonlyMap<string, string>;
  /** When it is made (epoch UTC). */
  readonly atMs: number;
}

const style = `body{margin:2rem auto;max-width:70rem;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#2a2622;background:#fbf8f3}
ol{display:flex;flex-wrap:wrap;gap:1.25rem;padding:0;list-style:none}
ol>li{flex:1 1 18rem;padding:1rem;border:1px solid #dcd2c3;border-radius:12px;background:#fff;overflow-wrap:anywhere}
img{display:block;width:100%;height:auto;border-radius:8px}
.facts,footer{color:#5a5148;font-size:.9375rem}
.words p{white-space:pre-line}`;

/**
 * A film strip as one page that opens without network and has no script: its words are escaped, its pictures
 * lie in it, and its own policy lets it ask nobody for anything.
 */
export function stripFile(strip: StripFile): string {
  const { practitionerName: practitioner, childName: child, cards, pictures, atMs } = strip;
  const title = text("growth.strip.fileTitle", { practitioner, child });
  const foot = text("growth.strip.fileFoot", {
    product: text("common.product"),
    when: dayWords(atMs),
  });
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <ol>
            ${cards.map((card) => cardMarkup(card, pictures))}
          </ol>
        </main>
        <footer><p>${foot}</p></footer>
      </body>
    </html> `;
  return page.html;
}

function cardMarkup(card: StripCard, pictures: StripFile["pictures"]): Markup {
  const { title, still, facts, words, aims } = card;
  const picture = still === null ? undefined : pictures.get(still.observationId);
  return html`<li>
    <h2>${title}</h2>
    ${
      picture === undefined
        ? ""
        : html`<p><img src="${picture}" alt="${text("growth.strip.still")}" /></p>`
    }
    <p class="facts">${facts.join(" · ")}</p>
    <div class="words">${words.map((one) => html`<p>${one}</p>`)}</div>
    ${
      aims.length === 0
        ? ""
        : html`<h3>${text("growth.strip.aims")}</h3>
            <ul>
              ${aims.map(
                (aim) =>
                  html`<li>${aim.words}${aim.went === "" ? "" : html`<br />${aim.went}`}</li>`,
              )}
            </ul>`
    }
  </li>`;
}
