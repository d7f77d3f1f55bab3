import type { Page } from "@playwright/test";

/** Gathers what a page must never do. Read it at the end of a test. */
export interface PageWatch {
  /** Broken content policies, errors of the page's own, requests to anybody but our server. */
  readonly faults: readonly string[];
  /** Requests that did not reach the server or were refused: the business of tests about that. */
  readonly lostRequests: readonly string[];
}

/** Watches a page from before its first document on. */
export async function watchPage(page: Page, port: number): Promise<PageWatch> {
  const faults: string[] = [];
  const lostRequests: string[] = [];
  const ownHosts = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${port}`);
  const note = (address: string) => {
    const { protocol, host } = new URL(address);
    const isInPage = protocol === "blob:" || protocol === "data:";
    if (!isInPage && !ownHosts.includes(host)) faults.push(`a request to ${host}`);
  };
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      reportError(new Error(`policy ${event.violatedDirective} ${event.blockedURI}`));
    });
  });
  page.on("request", (request) => note(request.url()));
  page.on("websocket", (socket) => note(socket.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const isRequest = /^(Failed to load resource|WebSocket connection to)/.test(message.text());
    (isRequest ? lostRequests : faults).push(`${message.text()} ${message.location().url}`);
  });
  return { faults, lostRequests };
}
