import type { IncomingMessage } from "node:http";
import type { Config } from "#server/config.ts";

/**
 * Which addresses are our own. The browser says in `Origin` and `Host` where a page came from and whom
 * it means to talk to; both must be us, or another site is using this browser's cookie, or another name
 * has been pointed at this machine.
 */
export interface OwnAddresses {
  isOwnHost(host: string | undefined, localPort: number | undefined): boolean;
  isOwnOrigin(origin: string, localPort: number | undefined): boolean;
  /** A request that changes something must come from a page of ours, and say so. */
  isFromOwnPage(request: IncomingMessage): boolean;
  /** A request that only reads must not come from somebody else's page. */
  isFromForeignPage(request: IncomingMessage): boolean;
  /** A socket's handshake: our host and a page of ours. An absent Origin is nobody's page. */
  isOwnHandshake(request: IncomingMessage): boolean;
}

/** The names of this machine that never leave it; 127.0.0.2 is one more seat for a demo. */
const loopbackNames = ["localhost", "127.0.0.1", "127.0.0.2", "[::1]"];

/** Plain http is ours on loopback only: camera and video decoding need a secure page. */
export function createOwnAddresses(config: Pick<Config, "PUBLIC_URL">): OwnAddresses {
  const publicUrl = config.PUBLIC_URL === undefined ? null : new URL(config.PUBLIC_URL);
  const isHttps = publicUrl?.protocol === "https:";
  const isSecure = isHttps || loopbackNames.includes(publicUrl?.hostname ?? "");
  const publicHosts = publicUrl === null || !isSecure ? [] : [publicUrl.host];

  function ownHosts(localPort: number | undefined): string[] {
    if (isHttps || localPort === undefined) return publicHosts;
    return [
      ...publicHosts,
      ...loopbackNames.map((name) => (localPort === 80 ? name : `${name}:${String(localPort)}`)),
    ];
  }

  function isOwnHost(host: string | undefined, localPort: number | undefined): boolean {
    return host !== undefined && ownHosts(localPort).includes(host.toLowerCase());
  }

  function isOwnOrigin(origin: string, localPort: number | undefined): boolean {
    const scheme = isHttps ? "https" : "http";
    return ownHosts(localPort).some((host) => origin === `${scheme}://${host}`);
  }

  function isFromForeignPage(request: IncomingMessage): boolean {
    const { origin, "sec-fetch-site": site } = request.headers;
    if (site !== undefined && site !== "same-origin" && site !== "none") return true;
    return origin !== undefined && !isOwnOrigin(origin, request.socket.localPort);
  }

  /** A browser's own GET carries no Origin; then its word that the page is ours counts. */
  function namesOwnPage(request: IncomingMessage): boolean {
    const { origin, "sec-fetch-site": site } = request.headers;
    if (origin === undefined) return site === "same-origin";
    return isOwnOrigin(origin, request.socket.localPort);
  }

  return {
    isOwnHost,
    isOwnOrigin,
    isFromForeignPage,
    isFromOwnPage: (request) => !isFromForeignPage(request) && namesOwnPage(request),
    isOwnHandshake: (request) =>
      isOwnHost(request.headers.host, request.socket.localPort) && namesOwnPage(request),
  };
}
