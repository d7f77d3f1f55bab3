import { resolve } from "node:path";
import express from "express";
import type { RequestHandler } from "express";
import { Router } from "express";

const notBuilt = "The page has not been built yet. Run: npm run build\n";
const notFound = "There is nothing here.\n";

/** Paths that are never the page: an address there that is not known is not there. */
const notThePage = /^\/(api|m|assets|yjs|socket\.io)(\/|$)/;

/** The built page: hashed files are kept for ever, the page itself is asked for anew each time. */
export function staticPage(clientDir: string): Router {
  const root = resolve(clientDir);
  const router = Router();
  router.use(
    express.static(root, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        const isHashed = path.startsWith(resolve(root, "assets"));
        response.setHeader(
          "Cache-Control",
          isHashed ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    }),
  );
  router.use(pageForAnyAddress(root));
  return router;
}

/** Every address of the page is answered with the page; it finds its own way from there. */
function pageForAnyAddress(root: string): RequestHandler {
  return (request, response, next) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead || notThePage.test(request.path) || request.accepts("html") === false) {
      response.status(404).type("text/plain").send(notFound);
      return;
    }
    response.setHeader("Cache-Control", "no-cache");
    response.sendFile("index.html", { root, cacheControl: false }, (error) => {
      if (error === undefined || response.headersSent) return;
      if ("code" in error && error.code === "ENOENT") {
        response.status(503).type("text/plain").send(notBuilt);
      } else next(error);
    });
  };
}
