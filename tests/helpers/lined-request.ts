import { request } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/**
 * `XMLHttpRequest` as far as an upload needs it, over Node's own HTTP: what a page asks, with the headers of
 * this browser, through whatever line leads there.
 */
export function linedRequest(line: {
  readonly port: number;
  readonly headers: () => Record<string, string>;
}) {
  return class {
    status = 0;
    responseText = "";
    onload: (() => void) | null = null;
    onerror: ((error: unknown) => void) | null = null;
    readonly upload: { onprogress: ((event: object) => void) | null } = { onprogress: null };
    readonly #headers: Record<string, string> = {};
    #answered: ReadonlyMap<string, string> = new Map();
    #method = "";
    #path = "";
    #sent: ClientRequest | null = null;
    #isAborted = false;

    open(method: string, address: string): void {
      this.#method = method;
      this.#path = new URL(address, "http://localhost").pathname;
    }
    setRequestHeader(name: string, value: string): void {
      this.#headers[name] = value;
    }
    getResponseHeader(name: string): string | null {
      return this.#answered.get(name.toLowerCase()) ?? null;
    }
    abort(): void {
      this.#isAborted = true;
      this.#sent?.destroy();
    }
    send(body: Blob | null): void {
      this.#ask(body).then(
        () => this.onload?.(),
        (error: unknown) => {
          if (!this.#isAborted) this.onerror?.(error);
        },
      );
    }
    async #ask(body: Blob | null): Promise<void> {
      const bytes = body === null ? Buffer.alloc(0) : Buffer.from(await body.arrayBuffer());
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        this.#sent = request({
          port: line.port,
          host: "127.0.0.1",
          agent: false,
          method: this.#method,
          path: this.#path,
          headers: { ...line.headers(), ...this.#headers, "content-length": bytes.length },
        });
        this.#sent.once("response", resolve).once("error", reject).end(bytes);
      });
      this.responseText = await text(response);
      this.status = response.statusCode ?? 0;
      this.#answered = new Map(
        Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
      );
    }
  };
}
