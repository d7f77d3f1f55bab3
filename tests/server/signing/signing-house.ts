import { vi } from "vitest";
import { createEndings } from "#server/signing/endings.ts";
import { contentOf, openCopy } from "#server/signing/signed-copy.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";
import { readAims } from "#shared/board/read-board.ts";
import { serveBoards } from "#tests/server/board/board-house.ts";
import type { BoardHouse } from "#tests/server/board/board-house.ts";
import { holdMoment, joinBoard, waiting } from "#tests/server/board/join-board.ts";

/** The boards of a house with their endings, and what the room was told of them. */
export async function serveEndings(house: BoardHouse) {
  const server = await serveBoards(house);
  const { context, boards } = server;
  const { reviewId } = house;
  const told: Ending[] = [];
  const endings = createEndings({
    context,
    boards,
    tell: (_reviewId, ending) => void told.push(ending),
  });
  boards.askWhenOpened((id) => endings.isFrozen(id));
  const nadia = {
    participantId: house.guider.participantId,
    name: "Nadia",
    role: "guider",
  } as const;
  const callum = {
    participantId: house.practitioner.participantId,
    name: "Callum",
    role: "practitioner",
  } as const;
  const hash = async () => contentOf(await boards.readDoc(reviewId)).sha256;
  return {
    ...server,
    endings,
    told,
    nadia,
    callum,
    hash,
    agree: async (who: typeof nadia | typeof callum, contentHash?: string) =>
      await endings.agree(reviewId, who, contentHash ?? (await hash())),
    latest: async () => {
      const stored = await house.stores.signedBoards.latest(reviewId);
      return stored === null ? null : openCopy(context.keys, stored);
    },
    now: async () => {
      const seen: Ending[] = [];
      await endings.greet(reviewId, (ending) => void seen.push(ending));
      return seen[0];
    },
  };
}
export type EndingServer = Awaited<ReturnType<typeof serveEndings>>;

/** A board with a moment and an aim on it, and both at it. */
export async function writeBoard(server: EndingServer) {
  await holdMoment(server);
  await server.boards.addAim(server.house.reviewId, null);
  const guider = joinBoard(server, server.house.guider);
  const practitioner = joinBoard(server, server.house.practitioner);
  await guider.synced();
  await practitioner.synced();
  await type(practitioner, "Hum back what he hums.");
  return { guider, practitioner };
}

/** Writes into the first aim, and waits until it is on disk. */
export async function type(who: ReturnType<typeof joinBoard>, words: string): Promise<void> {
  const [aim] = await vi.waitFor(() => {
    const aims = readAims(who.doc);
    if (aims.length === 0) throw new Error("no aim yet");
    return aims;
  }, waiting);
  aim?.text.insert(0, words);
  await who.sendFence().answered();
}
