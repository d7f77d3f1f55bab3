import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";
import { httpApi } from "#shared/protocol/http-api.ts";
import type { HttpApi, RouteName } from "#shared/protocol/http-api.ts";
import type { z } from "zod";
import type { TestServer } from "#tests/helpers/test-server.ts";

/** What came back, whatever it was. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON, or null when there was none. */
  readonly json: unknown;
}

type ParamsOf<Name extends RouteName> = z.infer<HttpApi[Name]["params"]>;
type BodyOf<Name extends RouteName> = HttpApi[Name]["body"] extends z.ZodType
  ? z.input<HttpApi[Name]["body"]>
  : undefined;

/** What a route takes: ids for its path and a body, where it has them. */
export type Wanted<Name extends RouteName> = (string extends keyof ParamsOf<Name>
  ? { readonly params?: undefined }
  : { readonly params: Record<keyof ParamsOf<Name>, string> }) &
  (BodyOf<Name> extends undefined
    ? { readonly body?: undefined }
    : { readonly body: BodyOf<Name> });

type Given<Name extends RouteName> = HttpApi[Name]["answer"] extends z.ZodType
  ? z.infer<HttpApi[Name]["answer"]>
  : null;

/** A browser as far as a server can tell: it keeps one cookie and names its page's origin. */
export interface TestBrowser {
  readonly origin: string;
  /** The cookie it would send; empty when it has none. */
  cookie(): string;
  setCookie(cookie: string): void;
  /** Any request at all, with these headers added or (undefined) left out. */
  send(
    method: string,
    path: string,
    options?: {
      readonly body?: string | Uint8Array<ArrayBuffer>;
      readonly headers?: Record<string, string | undefined>;
    },
  ): Promise<Reply>;
  /** A route of the table, answered or refused. */
  ask<Name extends RouteName>(name: Name, wanted: Wanted<Name>): Promise<Reply>;
  /** A route of the table that has to succeed. */
  want<Name extends RouteName>(name: Name, wanted: Wanted<Name>): Promise<Given<Name>>;
  /** A socket in a namespace, not yet connected; disconnected with `close`. */
  socket(namespace: string, auth?: Record<string, unknown>): Socket;
  close(): void;
}

/** Opens a browser on the server, without a cookie. */
export function openTestBrowser(server: Pick<TestServer, "origin">): TestBrowser {
  const { origin } = server;
  let cookie = "";
  const sockets: Socket[] = [];

  const send: TestBrowser["send"] = async (method, path, { body, headers = {} } = {}) => {
    const sent = { origin, "sec-fetch-site": "same-origin", cookie, ...headers };
    const response = await fetchAsBrowser(origin + path, {
      method,
      headers: Object.fromEntries(
        Object.entries(sent).filter(([, value]) => value !== undefined && value !== ""),
      ) as Record<string, string>, // the undefined ones were left out
      ...(body === undefined ? {} : { body }),
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) cookie = line.split(";")[0] ?? "";
    if (cookie.endsWith("=")) cookie = "";
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson && text !== "" ? (JSON.parse(text) as unknown) : null, // a HEAD has no body
    };
  };

  const ask: TestBrowser["ask"] = async (name, { params, body }) => {
    const { method, path } = httpApi[name];
    const headers = body === undefined ? {} : { "content-type": "application/json" };
    return await send(method, fillPath(path, { ...params }), {
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };

  return {
    origin,
    cookie: () => cookie,
    setCookie: (value) => {
      cookie = value;
    },
    send,
    ask,
    want: async (name, wanted) => {
      const reply = await ask(name, wanted);
      const { answer } = httpApi[name];
      if (reply.status >= 300) throw new Error(`${name} was refused: ${reply.text}`);
      // The schema of the named route makes the value of the named route.
      return (answer === null ? null : answer.parse(reply.json)) as never;
    },
    socket: (namespace, auth = {}) => {
      const socket = io(origin + namespace, {
        auth,
        autoConnect: false,
        extraHeaders: cookie === "" ? { origin } : { origin, cookie },
        forceNew: true,
        reconnection: false,
        transports: ["websocket"],
      });
      sockets.push(socket);
      return socket;
    },
    close: () => sockets.forEach((socket) => socket.disconnect()),
  };
}

/** The address of a route with its ids put in. */
export function fillPath(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "");
}

/** A kept line may be closed by the server just as it is used: a browser then reads again, on another. */
async function fetchAsBrowser(url: string, options: RequestInit): Promise<Response> {
  const isRead = options.method === "GET" || options.method === "HEAD";
  for (let lines = isRead ? 8 : 1; ; lines -= 1) {
    try {
      return await fetch(url, options);
    } catch (error) {
      const isClosed = error instanceof TypeError && /closed/.test(String(error.cause));
      if (lines === 1 || !isClosed) throw error;
    }
  }
}
