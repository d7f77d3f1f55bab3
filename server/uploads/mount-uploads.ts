import { join } from "node:path";
import { Server } from "@tus/server";
import type { ServerOptions } from "@tus/server";
import type { IRouter, Request, RequestHandler, Response } from "express";
import type { AppContext, ClipFiles, Identity } from "#server/context.ts";
import { limitByAddress } from "#server/http/rate-limits.ts";
import type { HttpLimit } from "#server/http/rate-limits.ts";
import { refuse } from "#server/http/refused.ts";
import { whoMay } from "#server/http/who-may.ts";
import { clipFolder } from "#server/media/keys.ts";
import { clipLimits, clipSchema } from "#shared/domain/clip.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { clipDigestHeader, clipDigestSchema, uploadPath } from "#shared/protocol/clip-uploads.ts";
import { mayBegin } from "./begin-upload.ts";
import { finishUpload } from "./finish-upload.ts";
import { createStagedUploads } from "./staged-uploads.ts";
import { sweepUploads } from "./sweep-uploads.ts";
import { answerError, refusedError } from "./upload-errors.ts";
import { readUploadId, writeUploadId } from "./upload-id.ts";
import type { UploadId } from "./upload-id.ts";
import { createUploadLocks } from "./upload-locks.ts";
import { createUploadStore } from "./upload-store.ts";

/** What uploads need of the server. */
export interface UploadParts extends Pick<
  AppContext,
  "access" | "clock" | "config" | "keys" | "log" | "stores"
> {
  readonly identity: Identity;
  readonly clipFiles: ClipFiles;
  readonly limit: HttpLimit;
}

const folderPath = uploadPath.slice(0, uploadPath.lastIndexOf("/"));
const methods = ["POST", "HEAD", "PATCH", "DELETE"];
/** A request that was asked to let go ends at once with what it has. */
const letGoAfterMs = 1;

type TusRequest = Parameters<NonNullable<ServerOptions["onIncomingRequest"]>>[0];

/** Takes clips' files in piece by piece (tus 1.0.0), and goes on after a cut line or a new start. */
export function mountUploads(app: IRouter, parts: UploadParts): { close(): void } {
  const { clipFiles, config, keys, log, stores } = parts;
  const locks = createUploadLocks();
  const staged = createStagedUploads(join(clipFolder(config), "uploads"), keys);
  const tus = new Server({
    path: folderPath,
    datastore: createUploadStore(staged),
    locker: locks,
    lockDrainTimeout: letGoAfterMs,
    maxSize: clipLimits.bytes,
    allowedOrigins: [], // no page but ours, and ours needs no word for it
    namingFunction: idOf,
    getFileIdFromRequest: idOf,
    generateUrl: (_request, { path, id }) => `${path}/${readUploadId(id).clipId}`,
    onUploadFinish: async (_request, { id }) => {
      const added = await finishUpload({ ...parts, staged, locks }, readUploadId(id));
      if (!added.ok) {
        log.info({ route: "upload", reason: added.reason }, "refused");
        throw refusedError(added);
      }
      return {
        status_code: 200,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(clipSchema.parse(added.value)),
      };
    },
    onResponseError: (_request, error) => answerError(log)(error),
  });

  const guards = [
    limitByAddress(parts.limit),
    refuseGuests(parts.identity),
    whoMay({ action: "clip:add" }, { identity: parts.identity, journeys: stores.journeys }),
  ];
  app.all(uploadPath, ...guards, async (request: Request, response: Response) => {
    response.setHeader("Cache-Control", "no-store");
    if (!methods.includes(request.method)) return refuse(response, "not-found");
    const id = readRequest(request);
    if (id === null) return refuse(response, "invalid");
    const isNew = request.method === "POST";
    if (isNew && !(await mayBegin({ stores, clipFiles }, id, request, response))) return;
    await tus.handle(request, response);
  });
  return sweepUploads({ ...parts, staged, locks });
}

/** Whoever came by a link may send nothing, whatever clip they name: told so before any clip is looked for. */
function refuseGuests(identity: Identity): RequestHandler {
  return async (request, response, next) => {
    const { principal } = await identity.identify(request);
    if (principal.kind === "guest") refuse(response, "forbidden");
    else next();
  };
}

/** Which upload a request is about; null when it does not say. */
function readRequest(request: Request): UploadId | null {
  const clipId = clipIdSchema.safeParse(request.params["clipId"]);
  const digest = clipDigestSchema.safeParse(request.headers[clipDigestHeader]);
  return clipId.success && digest.success ? { clipId: clipId.data, digest: digest.data } : null;
}

/** The same for tus, once it is known that the request says it. */
function idOf(request: TusRequest): string {
  const { pathname } = new URL(request.url);
  return writeUploadId({
    clipId: clipIdSchema.parse(pathname.split("/").at(-1)),
    digest: clipDigestSchema.parse(request.headers.get(clipDigestHeader)),
  });
}
