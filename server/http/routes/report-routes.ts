import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createReports } from "#server/report/reports.ts";
import { ok } from "#shared/lib/result.ts";

type ReportRoutes =
  | "readReport"
  | "keepReport"
  | "exportReport"
  | "readOwnReports"
  | "writeInReport"
  | "agreeToReport";

/** The guider's reports, and what their practitioner says of them in the own place. */
export function reportRoutes({
  context,
  boards,
}: Pick<HandlerParts, "context" | "boards">): Pick<Handlers, ReportRoutes> {
  const { stores, keys, clock } = context;
  const reports = createReports({ stores, keys, clock, boards });

  return {
    readReport: async ({ params }) => await reports.forGuider(params.reviewId),
    keepReport: async ({ params, body }) => await reports.keep(params.reviewId, body),
    exportReport: async ({ params }) => await reports.agreed(params.reviewId),
    readOwnReports: async ({ params }) => ok(await reports.forPractitioner(params.journeyId)),
    writeInReport: async ({ params, body: { reviewId, ...own } }) =>
      await reports.write(params.journeyId, reviewId, own),
    agreeToReport: async ({ params, body: { reviewId, sha256, isAgreed } }) =>
      await reports.agree(params.journeyId, reviewId, isAgreed ? sha256 : null),
  };
}
