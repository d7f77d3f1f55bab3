import type { Page } from "@playwright/test";

/** Everything a browser received, over every answer and every socket, as text. */
export interface ReceivedBytes {
  /** Which of these words stand anywhere in it, in UTF-8 or base64. */
  readonly holding: (words: readonly string[]) => Promise<string[]>;
  readonly byteCount: () => Promise<number>;
}

const statusesWithoutBody = new Set([204, 304]);

/** Listens from now on; call it before the page goes anywhere. */
export function gatherReceived(page: Page): ReceivedBytes {
  const pieces: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (!statusesWithoutBody.has(response.status())) pieces.push(response.body());
  });
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      pieces.push(Promise.resolve(Buffer.from(payload)));
    });
  });
  return {
    holding: async (words) => {
      const all = await Promise.all(pieces);
      const bytes = Buffer.concat(all);
      return words.filter((word) => formsOf(word).some((form) => bytes.includes(form)));
    },
    byteCount: async () => Buffer.concat(await Promise.all(pieces)).length,
  };
}

function formsOf(word: string): Buffer[] {
  const plain = Buffer.from(word);
  return [plain, Buffer.from(plain.toString("base64").replace(/=+$/, ""))];
}
