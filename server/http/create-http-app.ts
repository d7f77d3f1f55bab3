import express from "express";
import type { Express, IRouter } from "express";
import type { Identity } from "#server/context.ts";
import { errorHandler } from "./error-handler.ts";
import type { HandlerParts, Handlers } from "./handlers.ts";
import { mountRoutes } from "./mount-routes.ts";
import { hostGuard, originGuard } from "./origin-guard.ts";
import { createOwnAddresses } from "./own-addresses.ts";
import { createRouteLimiters, httpLimits } from "./rate-limits.ts";
import type { HttpLimits } from "./rate-limits.ts";
import { refuse } from "./refused.ts";
import { ownDoorsRoutes } from "#server/http/routes/own-doors-routes.ts";
import { ownRoutes } from "#server/http/routes/own-routes.ts";
import { checkInRoutes } from "#server/http/routes/check-in-routes.ts";
import { clipRoutes } from "#server/http/routes/clip-routes.ts";
import { focusRoutes } from "#server/http/routes/focus-routes.ts";
import { frameworkRoutes } from "#server/http/routes/framework-routes.ts";
import { growthRoutes } from "#server/http/routes/growth-routes.ts";
import { inviteRoutes } from "#server/http/routes/invite-routes.ts";
import { journeyEndRoutes } from "#server/http/routes/journey-end-routes.ts";
import { journeyRoutes } from "#server/http/routes/journey-routes.ts";
import { notesRoutes } from "#server/http/routes/notes-routes.ts";
import { organisationRoutes } from "#server/http/routes/organisation-routes.ts";
import { peopleRoutes } from "#server/http/routes/people-routes.ts";
import { rehearsalRoutes } from "#server/http/routes/rehearsal-routes.ts";
import { reportRoutes } from "#server/http/routes/report-routes.ts";
import { reviewRoutes } from "#server/http/routes/review-routes.ts";
import { stillRoutes } from "#server/http/routes/still-routes.ts";
import { sessionRoutes } from "#server/http/routes/session-routes.ts";
import { signingRoutes } from "#server/http/routes/signing-routes.ts";
import { summaryRoutes } from "#server/http/routes/summary-routes.ts";
import { supervisionRoutes } from "#server/http/routes/supervision-routes.ts";
import { wayInRoutes } from "#server/http/routes/way-in-routes.ts";
import { createSummaries } from "#server/summary/summaries.ts";
import { mountSummaries } from "#server/summary/mount-summaries.ts";
import { permissionTable } from "#shared/domain/permissions.ts";
import type { Action } from "#shared/domain/permissions.ts";
import { securityHeaders } from "./security-headers.ts";
import { staticPage } from "./static-page.ts";

/** What the HTTP side is built from. */
export interface HttpParts extends HandlerParts {
  readonly identity: Identity;
  /** Mounts where a clip's bytes are fetched, behind the same guards. */
  readonly mountMedia: (router: IRouter) => void;
  /** Left out: the limits of `rate-limits.ts`. */
  readonly limits?: Partial<HttpLimits>;
}

/** The whole HTTP side: guards, every route of the table, the clips' bytes, the page, and one place for errors. */
export function createHttpApp(parts: HttpParts): Express {
  const { context, identity } = parts;
  const { config, log, stores } = context;
  const addresses = createOwnAddresses(config);
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  // Only a proxy of our own may say whom it speaks for.
  if (config.PUBLIC_URL !== undefined) app.set("trust proxy", "loopback, linklocal, uniquelocal");

  app.use(securityHeaders(config));
  app.use(hostGuard(addresses));
  app.use(["/api", "/m"], originGuard(addresses));
  app.use(
    mountRoutes(createHandlers(parts), {
      identity,
      journeys: stores.journeys,
      log,
      limiters: createRouteLimiters({ ...httpLimits, ...parts.limits }),
      has: context.rehearsal === undefined ? () => true : isPractitioners,
    }),
  );
  parts.mountMedia(app);
  app.use(["/api", "/m"], (_request, response) => {
    response.setHeader("Cache-Control", "no-store");
    refuse(response, "not-found");
  });
  if (context.rehearsal === undefined) {
    const limit = parts.limits?.summaryPerAddress ?? httpLimits.summaryPerAddress;
    mountSummaries(app, { summaries: createSummaries(context), limit });
  }
  app.use(staticPage(config.CLIENT_DIR));
  app.use(errorHandler(log));
  return app;
}

/** A rehearsal has a practitioner and nobody else: nothing is there that only others may do. */
function isPractitioners(action: Action): boolean {
  return "practitioner" in permissionTable[action];
}

function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...sessionRoutes(parts),
    ...journeyRoutes(parts),
    ...journeyEndRoutes(parts),
    ...checkInRoutes(parts),
    ...ownRoutes(parts),
    ...ownDoorsRoutes(parts),
    ...clipRoutes(parts),
    ...focusRoutes(parts),
    ...frameworkRoutes(parts),
    ...growthRoutes(parts),
    ...notesRoutes(parts),
    ...organisationRoutes(parts),
    ...peopleRoutes(parts),
    ...rehearsalRoutes(parts),
    ...reviewRoutes(parts),
    ...reportRoutes(parts),
    ...signingRoutes(parts),
    ...stillRoutes(parts),
    ...summaryRoutes(parts),
    ...supervisionRoutes(parts),
    ...inviteRoutes(parts),
    ...wayInRoutes(parts),
  };
}
