import express from "express";
import { Router } from "express";
import type { RequestHandler, Response } from "express";
import type { Logger } from "pino";
import type { Identity } from "#server/context.ts";
import type { JourneyStore } from "#server/storage/stores.ts";
import type { Action } from "#shared/domain/permissions.ts";
import { httpApi } from "#shared/protocol/http-api.ts";
import type { RouteName } from "#shared/protocol/http-api.ts";
import type { Route } from "#shared/protocol/http-route.ts";
import type { Answered, Asked, Handlers } from "./handlers.ts";
import type { RouteLimiters } from "./rate-limits.ts";
import { refuse } from "./refused.ts";
import { admissionOf, whoMay } from "./who-may.ts";

/** The largest JSON body: all that is said of a clip, its captions as long as they may be, in any script. */
const jsonBytesAtMost = 192 * 1024;

/** What the mechanism needs beside the handlers. */
export interface MountParts {
  readonly identity: Identity;
  readonly journeys: Pick<JourneyStore, "ownershipOf">;
  readonly log: Logger;
  readonly limiters: RouteLimiters;
  /** Routes that are left out are not there. */
  readonly has: (action: Action) => boolean;
}

type AnyHandler = (asked: Asked<RouteName>) => Promise<Answered<RouteName>>;

const readJson = express.json({ limit: jsonBytesAtMost, type: "application/json" });

/** Mounts every route of the table by one mechanism: who may, parse, one call, answer. */
export function mountRoutes(handlers: Handlers, parts: MountParts): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const [name, route] of Object.entries(httpApi) as [RouteName, Route][]) {
    if (!parts.has(route.action)) continue;
    // The table's keys are its names, and each handler takes what its own route parses.
    const handler = handlers[name] as unknown as AnyHandler;
    router[methodOf(route)](
      route.path,
      noStore,
      whoMay(route, parts),
      ...(route.body === null ? [refuseBody(route)] : [readJson]),
      ...(parts.limiters[name] ?? []),
      answerWith(name, route, handler, parts.log),
    );
  }
  return router;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  next();
};

function methodOf({ method }: Route): "get" | "post" | "put" | "patch" | "delete" {
  const methods = {
    GET: "get",
    POST: "post",
    PUT: "put",
    PATCH: "patch",
    DELETE: "delete",
  } as const;
  return methods[method];
}

/** A file goes up as it is; every other route without a body takes none. */
function refuseBody(route: Route): RequestHandler {
  const takesFile = route.file === "body";
  return (request, response, next) => {
    const isFile = request.is("application/octet-stream") !== false;
    const hasBody =
      request.headers["transfer-encoding"] !== undefined ||
      (request.headers["content-length"] ?? "0") !== "0";
    if (takesFile ? hasBody && isFile : !hasBody) next();
    else refuse(response, "invalid");
  };
}

function answerWith(
  name: RouteName,
  route: Route,
  handler: AnyHandler,
  log: Logger,
): RequestHandler {
  return async (request, response) => {
    const { visitor, thing } = admissionOf(response);
    const params = route.params.safeParse(request.params);
    const body = route.body === null ? null : route.body.safeParse(request.body);
    if (!params.success || body?.success === false) return refuse(response, "invalid");
    // Both were parsed by the schemas of this very route, which is what its handler takes.
    const asked = { visitor, thing, params: params.data, body: body?.data ?? null };
    const answered = await handler({ ...asked, request, response } as Asked<RouteName>);
    if (response.headersSent || response.destroyed) return; // a file has gone out, or was cut off
    if (answered.ok) return send(response, route, answered.value);
    log.info({ route: name, reason: answered.reason }, "refused");
    refuse(response, answered.reason, answered.details);
  };
}

/** The answer goes through its strict schema too, so that nothing leaves that the table does not name. */
function send(response: Response, route: Route, value: unknown): void {
  if (route.answer === null) response.status(204).end();
  else response.json(route.answer.parse(value));
}
