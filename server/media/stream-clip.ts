import { pipeline } from "node:stream/promises";
import type { IRouter, Request, Response } from "express";
import type { Logger } from "pino";
import type { AccessChanges } from "#server/access-changes.ts";
import type { ClipFiles } from "#server/context.ts";
import { mediaIdSchema } from "#shared/domain/ids.ts";
import { mediaPath } from "#shared/protocol/http-api.ts";
import { refusals } from "#shared/protocol/refusals.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { parseRange } from "./byte-range.ts";
import { mayStream } from "./may-stream.ts";
import type { MayStreamParts, StreamableClip } from "./may-stream.ts";
import { createOpenResponses } from "./open-responses.ts";
import type { OpenResponse, OpenResponses } from "./open-responses.ts";

/** What serving clips needs of the server. */
export interface MediaParts extends MayStreamParts {
  readonly clipFiles: ClipFiles;
  readonly access: AccessChanges;
  readonly log: Logger;
}

/** How often a clip that closes by itself is asked about while it is on its way. */
const lookEveryMs = 500;

/** Serves clips by range at `/m/:mediaId`, and cuts off what a changed permission no longer allows. */
export function mountMedia(app: IRouter, parts: MediaParts): { close(): void } {
  const open = createOpenResponses(parts.access);
  // Express answers HEAD through GET handlers.
  app.get(mediaPath, async (request, response) => {
    await serveClip(parts, open, request, response);
  });
  return { close: () => open.close() };
}

async function serveClip(
  parts: MediaParts,
  open: OpenResponses,
  request: Request,
  response: Response,
): Promise<void> {
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("X-Content-Type-Options", "nosniff");
  const mediaId = mediaIdSchema.safeParse(request.params["mediaId"]);
  const visitor = await parts.identity.identify(request);
  const { tokenHash } = visitor;
  if (!mediaId.success || tokenHash === null) return refuse(response, "not-found");

  // Who asks is looked up again once the response can be cut off, so that no change slips between.
  const decide = async () =>
    mayStream(parts, await parts.identity.identifySession(tokenHash), mediaId.data);
  const ours: OpenResponse = {
    visitor,
    journeyId: null,
    destroy: () => response.destroy(),
    isAllowed: async () => (await decide()).ok,
  };
  if (!open.add(ours)) return refuse(response, "too-many-requests");
  let watch: NodeJS.Timeout | undefined;
  try {
    const allowed = await decide();
    if (response.destroyed) return;
    if (!allowed.ok) return refuse(response, allowed.reason);
    ours.journeyId = allowed.value.journeyId;
    if (allowed.value.isTimed) watch = setInterval(() => void open.look(ours), lookEveryMs);
    await sendClip(parts, allowed.value, request, response);
  } finally {
    clearInterval(watch);
    open.delete(ours);
  }
}

async function sendClip(
  parts: MediaParts,
  { clip, media, file }: StreamableClip,
  request: Request,
  response: Response,
): Promise<void> {
  const range = parseRange(request.headers.range, media.bytes);
  response.setHeader("Accept-Ranges", "bytes");
  response.setHeader("Content-Disposition", "inline");
  if (range.kind === "unsatisfiable") {
    response.status(416).setHeader("Content-Range", `bytes */${media.bytes}`).end();
    return;
  }
  const start = range.kind === "part" ? range.start : 0;
  const end = range.kind === "part" ? range.end : media.bytes - 1;
  if (range.kind === "part") {
    response.status(206).setHeader("Content-Range", `bytes ${start}-${end}/${media.bytes}`);
  }
  response.setHeader("Content-Type", media.mimeType);
  response.setHeader("Content-Length", end - start + 1);
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const bytes = parts.clipFiles.read(clip.clipId, file, media.bytes, start, end);
  await pipeline(bytes, response).catch((error: unknown) => {
    response.destroy();
    // A browser that seeks or leaves goes away in the middle; that is no fault.
    if (!isClosedByPeer(error))
      parts.log.error({ clipId: clip.clipId, err: error }, "clip not served");
  });
}

function refuse(response: Response, reason: Refusal): void {
  response.status(refusals[reason]).json({ reason });
}

function isClosedByPeer(error: unknown): boolean {
  if (!(error instanceof Error && "code" in error)) return false;
  return (
    error.code === "ERR_STREAM_PREMATURE_CLOSE" ||
    error.code === "ECONNRESET" ||
    error.code === "EPIPE"
  );
}
