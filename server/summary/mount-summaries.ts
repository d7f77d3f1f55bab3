import type { IRouter } from "express";
import { limitByAddress } from "#server/http/rate-limits.ts";
import type { HttpLimit } from "#server/http/rate-limits.ts";
import { summaryPath } from "#shared/protocol/summary-routes.ts";
import type { Summaries } from "./summaries.ts";
import { closedPage, summaryPage } from "./summary-page.ts";

/** Stricter than for our own page: no script, no picture, nowhere to send a form. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Serves strengths summaries to whoever has a link. Nothing tells a wrong link from an ended or a closed
 * one; no cookie is read or set, nobody keeps the page, and the address is never logged.
 */
export function mountSummaries(
  router: IRouter,
  { summaries, limit }: { readonly summaries: Pick<Summaries, "read">; readonly limit: HttpLimit },
): void {
  router.get(summaryPath, limitByAddress(limit), async (request, response) => {
    const { secret } = request.params;
    const found = typeof secret === "string" ? await summaries.read(secret) : null;
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    response.setHeader("Content-Security-Policy", contentSecurityPolicy);
    response
      .status(found === null ? 404 : 200)
      .type("html")
      .send(found === null ? closedPage : summaryPage(found));
  });
}
