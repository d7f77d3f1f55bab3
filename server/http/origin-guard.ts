import type { RequestHandler } from "express";
import type { OwnAddresses } from "./own-addresses.ts";
import { refuse } from "./refused.ts";

const wrongAddress =
  "This is SameFrame, but not under this address. Open it by its https address, or on this machine " +
  "as http://localhost with its port. A proxy in front has to pass on the Host it was asked for.\n";

/** Refuses every request that was sent to another name than ours. */
export function hostGuard(addresses: OwnAddresses): RequestHandler {
  return (request, response, next) => {
    if (addresses.isOwnHost(request.headers.host, request.socket.localPort)) next();
    else response.status(421).type("text/plain").send(wrongAddress);
  };
}

/** Refuses what another site's page asks with this browser's cookie. */
export function originGuard(addresses: OwnAddresses): RequestHandler {
  return (request, response, next) => {
    const onlyReads = request.method === "GET" || request.method === "HEAD";
    const isFine = onlyReads
      ? !addresses.isFromForeignPage(request)
      : addresses.isFromOwnPage(request);
    if (isFine) next();
    else refuse(response, "foreign-origin");
  };
}
