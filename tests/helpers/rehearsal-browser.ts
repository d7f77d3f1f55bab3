import { randomUUID } from "node:crypto";
import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";
import WebSocket from "ws";
import { httpApi } from "#shared/protocol/http-api.ts";
import type { RouteName } from "#shared/protocol/http-api.ts";
import type { Rehearsal } from "#shared/protocol/rehearsal-routes.ts";
import type { KnockState } from "#shared/protocol/door-events.ts";
import { heard } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { fillPath } from "#tests/helpers/test-browser.ts";

/** What an address inside a rehearsal answered. */
export interface InsideReply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** A guider's browser on the pages of a rehearsal: it sends its own cookie and the rehearsal's. */
export interface RehearsalBrowser {
  /** Both cookies, as they are sent. */
  cookies(): string;
  ask(name: RouteName, params?: Record<string, string>, body?: unknown): Promise<InsideReply>;
  get(address: string): Promise<InsideReply>;
  socket(namespace: string, auth?: Record<string, unknown>): Socket;
  /** Opens the board's line; how it was closed when the server does so. */
  board(reviewId: string): WebSocket;
  /** Opens the link, knocks, is let in; answers how the knock ended. */
  walkIn(): Promise<KnockState>;
}

/** `guiderCookie` is the cookie of whoever looks on; empty for somebody who is not signed in. */
export function openRehearsalBrowser(
  { origin }: { readonly origin: string },
  { path, secret }: Pick<Rehearsal, "path" | "secret">,
  guiderCookie: string,
): RehearsalBrowser {
  let own = "";
  const cookies = () => [guiderCookie, own].filter((cookie) => cookie !== "").join("; ");

  async function send(method: string, address: string, body?: unknown): Promise<InsideReply> {
    const headers = { origin, "sec-fetch-site": "same-origin", cookie: cookies() };
    const response = await fetch(origin + path + address, {
      method,
      headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) own = line.split(";")[0] ?? "";
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    const json: unknown = isJson ? await response.json() : await response.arrayBuffer();
    return { status: response.status, headers: response.headers, json };
  }

  const browser: RehearsalBrowser = {
    cookies,
    ask: (name, params = {}, body?: unknown) =>
      send(httpApi[name].method, fillPath(httpApi[name].path, params), body),
    get: (address) => send("GET", address),
    socket: (namespace, auth = {}) =>
      io(origin + namespace, {
        path: `${path}/socket.io/`,
        auth,
        autoConnect: false,
        extraHeaders: { origin, cookie: cookies() },
        forceNew: true,
        reconnection: false,
        transports: ["websocket"],
      }),
    board: (reviewId) =>
      new WebSocket(`${origin.replace("http", "ws")}${path}/yjs/${reviewId}?tab=${randomUUID()}`, {
        origin,
        headers: { cookie: cookies() },
      }),
    walkIn: async () => {
      const opened = await browser.ask("openWayIn", {}, { secret });
      if (opened.status !== 200) throw new Error(`the way in is closed: ${opened.status}`);
      const socket = browser.socket("/lobby");
      const isAnswered = heard<KnockState>(socket, "knock:changed", ({ state }) =>
        ["let-in", "closed"].includes(state),
      );
      const isThere = heard<KnockState>(socket, "knock:changed");
      socket.connect();
      await isThere;
      socket.emit("knock:ask", { company: "just-me" }, () => undefined);
      const answer = await isAnswered;
      socket.disconnect();
      return answer;
    },
  };
  return browser;
}

/** A rehearsal that was just begun, and its guider's browser inside, let in. */
export async function walkIntoRehearsal(
  server: { readonly origin: string },
  { guider, review }: Pick<ReviewHouse, "guider" | "review">,
): Promise<{ rehearsal: Rehearsal; inside: RehearsalBrowser }> {
  const params = { reviewId: review.reviewId };
  const rehearsal = await guider.want("beginRehearsal", { params });
  const inside = openRehearsalBrowser(server, rehearsal, guider.cookie());
  await inside.walkIn();
  return { rehearsal, inside };
}
