import { z } from "zod";
import type { EvaluatesInPage } from "#tests/helpers/clips.ts";

/** The little of the W3C WebDriver protocol that a person's page needs. */
export interface WebDriver extends EvaluatesInPage {
  /** One command of the opened driver session: `ask("POST", "/url", { url })`. */
  ask(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<unknown>;
  /** The element that `find` names in the page, or null. */
  element(find: (name: string) => Element | null, name: string): Promise<string | null>;
}

const answerSchema = z.object({ value: z.unknown() });
const openedSchema = z.object({ sessionId: z.string() });
/** The driver's own limits are shorter; a browser that is gone never answers. */
const answerMs = 70_000;
/** The protocol's own name for "this is an element". */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const elementSchema = z.object({ [elementKey]: z.string() }).nullable();

/** Opens a driver session on the driver at `driverUrl`. */
export async function openWebDriver(driverUrl: string): Promise<WebDriver> {
  const send: WebDriver["ask"] = async (method, path, body) => {
    const response = await fetch(driverUrl + path, {
      method,
      signal: AbortSignal.timeout(answerMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = answerSchema.parse(await response.json());
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const capabilities = { alwaysMatch: { timeouts: { script: 30_000, pageLoad: 60_000 } } };
  const { sessionId } = openedSchema.parse(await send("POST", "/session", { capabilities }));
  const ask: WebDriver["ask"] = (method, path, body) =>
    send(method, `/session/${sessionId}${path}`, body);
  const run = (work: { toString(): string }, argument: unknown) =>
    ask("POST", "/execute/sync", {
      script: `return (${work.toString()})(...arguments)`,
      args: [argument],
    });

  return {
    ask,
    // What `work` gives is what the driver hands back: JSON, and `work` gives plain values only.
    evaluate: async (work, argument) => (await run(work, argument)) as never,
    element: async (find, name) => elementSchema.parse(await run(find, name))?.[elementKey] ?? null,
  };
}
