import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as Y from "yjs";
import { openClient } from "./bench-client.ts";
import type { BenchClient, ClientOptions, Door } from "./bench-client.ts";
import { prepareOurs } from "./prepare-ours.ts";
import { bundledScript, prepareServer } from "./server-process.ts";
import type { ServerProcess } from "./server-process.ts";
import { readObservations } from "#shared/board/read-board.ts";
import { atTheEnd } from "#tests/bench/sync/closers.ts";
import { seedTrialBoard } from "#tests/trials/trial-board.ts";

/** The servers of the table. */
export const contenderNames = [
  "ours",
  "y-websocket",
  "y-websocket + leveldb",
  "hocuspocus",
] as const;
export type ContenderName = (typeof contenderNames)[number];

/** A server with rooms to go to. Every room's board is of the same shape, whoever serves it. */
export interface BoardContender {
  readonly name: ContenderName;
  readonly server: ServerProcess;
  /** Opens a connection to a room; person 0 is the guider, 1 the practitioner. */
  readonly join: (room: number, person: 0 | 1, options?: ClientOptions) => Promise<BenchClient>;
  readonly doorOf: (room: number, person: 0 | 1) => Door;
}

/** Prepares a server with so many rooms; it is not started yet. */
export async function prepareContender(
  name: ContenderName,
  rooms: number,
): Promise<BoardContender> {
  const { server, doorOf } = name === "ours" ? await prepareOwn(rooms) : await prepareRival(name);
  return {
    name,
    server,
    doorOf,
    join: async (room, person, options) => {
      const client = await openClient(doorOf(room, person), options);
      // ours is made by the server; the rivals' is made by whoever comes to it first
      if (name !== "ours" && person === 0 && readObservations(client.doc).length === 0) {
        Y.applyUpdate(client.doc, seedTrialBoard(1, false));
      }
      return client;
    },
  };
}

type Prepared = Pick<BoardContender, "server" | "doorOf">;

async function prepareOwn(count: number): Promise<Prepared> {
  const { dataDir, rooms } = await prepareOurs(count);
  const server = await prepareServer({
    script: "dist/server/main.js",
    environment: (port) => ({
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
      NODE_ENV: "test",
    }),
    readyWhen: /SameFrame is ready/,
  });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    server,
    doorOf: (room, person) => {
      const prepared = rooms[room];
      if (prepared === undefined) throw new Error(`there is no room ${room}`);
      const { reviewId, cookies } = prepared;
      const url = `ws://127.0.0.1:${server.port}/yjs/${reviewId}?tab=${randomUUID()}`;
      const headers = { cookie: cookies[person], origin };
      return { url, room: reviewId, dialect: "y-websocket", headers };
    },
  };
}

async function prepareRival(name: Exclude<ContenderName, "ours">): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), "sameframe-rival-"));
  atTheEnd(() => rm(folder, { recursive: true, force: true }));
  const isHocuspocus = name === "hocuspocus";
  const server = await prepareServer({
    script: isHocuspocus
      ? await bundledScript("tests/bench/board/hocuspocus-server.ts")
      : "node_modules/@y/websocket-server/src/server.js",
    environment: (port) => ({
      HOST: "127.0.0.1",
      PORT: String(port),
      DATABASE: join(folder, "hocuspocus.db"),
      ...(name === "y-websocket + leveldb" ? { YPERSISTENCE: join(folder, "leveldb") } : {}),
    }),
    readyWhen: isHocuspocus ? /listening/ : /running at/,
  });
  return {
    server,
    doorOf: (room) => {
      const url = `ws://127.0.0.1:${server.port}/${isHocuspocus ? "" : `room-${room}`}`;
      const dialect = isHocuspocus ? "hocuspocus" : "y-websocket";
      return { url, room: `room-${room}`, dialect, headers: {} };
    },
  };
}

/** The text that is written in. */
export function textOf({ doc }: Pick<BenchClient, "doc">): Y.Text {
  const [observation] = readObservations(doc);
  if (observation === undefined) throw new Error("the board has no observation");
  return observation.texts.initiative;
}
