import { once } from "node:events";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { makeHeavyClip } from "#tests/helpers/heavy-clip.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

/** Adds a clip too large to be sent before anybody can cut it off, with everybody of the journey in shot. */
export async function addHeavyClip({
  guider,
  journey,
  cycleId,
}: Pick<ReviewHouse, "guider" | "journey" | "cycleId">): Promise<string> {
  const film = await makeHeavyClip();
  const { clipId } = await guider.want("addClip", {
    params: { cycleId },
    body: {
      title: "Heavy",
      initiative: "looked",
      description: "",
      peopleInShot: journey.people.map(({ personId }) => personId),
    },
  });
  const reply = await guider.send("PUT", `/api/clips/${clipId}/file`, {
    body: new Uint8Array(film),
    headers: { "content-type": "application/octet-stream" },
  });
  if (reply.status !== 200) throw new Error(`the heavy clip was refused: ${reply.text}`);
  return clipId;
}

/** A response whose first bytes are there and whose rest waits, because nobody reads on. */
export async function openSlowly(
  { port }: Pick<TestServer, "port">,
  browser: TestBrowser,
  path: string,
): Promise<IncomingMessage> {
  const headers = { cookie: browser.cookie(), "sec-fetch-site": "same-origin" };
  const asked = request({ host: "127.0.0.1", port, path, headers, agent: false });
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage]; // the only argument of the event
  response.on("error", () => undefined);
  await once(response, "readable");
  return response;
}

/** Reads on to the end, whichever it is. */
export async function isCutOff(response: IncomingMessage): Promise<boolean> {
  response.resume();
  if (!response.closed) await new Promise((resolve) => response.once("close", resolve));
  return !response.complete;
}
