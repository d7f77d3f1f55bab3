import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Config } from "#server/config.ts";

const twoYearsS = 63_072_000;
const self = "'self'";

/**
 * What a page may load: our own files, blobs for pictures and clips, and nothing inline or from elsewhere.
 * The one Trusted Types policy admits our own built workers.
 */
const contentSecurityPolicy = {
  "default-src": ["'none'"],
  "script-src": [self],
  "style-src": [self],
  "font-src": [self],
  "img-src": [self, "blob:"],
  "media-src": [self, "blob:"],
  "connect-src": [self],
  "worker-src": [self],
  "frame-ancestors": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": [self],
  "require-trusted-types-for": ["'script'"],
  "trusted-types": ["sameframe-worker"],
};

const permissionsPolicy =
  "camera=(self), microphone=(self), display-capture=(), geolocation=(), fullscreen=(self)";

/** The headers of every answer. HSTS only when people come by https. */
export function securityHeaders(config: Pick<Config, "PUBLIC_URL">): RequestHandler {
  const isHttps = config.PUBLIC_URL?.startsWith("https:") ?? false;
  const guard = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    crossOriginEmbedderPolicy: { policy: "require-corp" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: isHttps && { maxAge: twoYearsS, includeSubDomains: false },
    xFrameOptions: { action: "deny" },
  });
  return (request, response, next) => {
    response.setHeader("Permissions-Policy", permissionsPolicy);
    guard(request, response, next);
  };
}
