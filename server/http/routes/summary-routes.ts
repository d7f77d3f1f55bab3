import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createSummaries } from "#server/summary/summaries.ts";
import { fail, ok } from "#shared/lib/result.ts";

type SummaryRoutes = "readSummary" | "keepSummary" | "shareSummary" | "closeSummaryLink";

/** A practitioner's own strengths summary and the links to it; nobody else has a route to it. */
export function summaryRoutes({
  context,
}: Pick<HandlerParts, "context">): Pick<Handlers, SummaryRoutes> {
  const summaries = createSummaries(context);
  return {
    readSummary: async ({ visitor: { own } }) =>
      own === null ? fail("forbidden") : ok(await summaries.forPractitioner(own)),
    keepSummary: async ({ visitor: { own }, body }) =>
      own === null ? fail("forbidden") : ok(await summaries.keep(own, body)),
    shareSummary: async ({ visitor: { own }, body }) =>
      own === null ? fail("forbidden") : await summaries.share(own, body),
    closeSummaryLink: async ({ visitor: { own }, body }) => {
      if (own === null) return fail("forbidden");
      await summaries.closeLink(own, body.linkId);
      return ok(null);
    },
  };
}
