import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import { DatabaseSync } from "@photostructure/sqlite";
import { z } from "zod";

/** Hocuspocus as its guide sets it up: the whole document to SQLite, after its own usual delays. */
const database = new DatabaseSync(process.env["DATABASE"] ?? ":memory:");
database.exec("CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)");
// prepared at each use: a statement alone does not keep its connection from being collected
const read = (name: string): unknown =>
  database.prepare("SELECT data FROM documents WHERE name = ?").get(name);
const write = (name: string, data: Uint8Array) =>
  database
    .prepare(
      "INSERT INTO documents VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data",
    )
    .run(name, data);

const rowSchema = z.object({ data: z.instanceof(Uint8Array) });

const server = new Server({
  port: Number(process.env["PORT"]),
  address: "127.0.0.1",
  quiet: true,
  extensions: [
    new Database({
      fetch: ({ documentName }) => {
        const row = rowSchema.optional().parse(read(documentName));
        return Promise.resolve(row?.data ?? null);
      },
      store: ({ documentName, state }) => {
        write(documentName, state);
        return Promise.resolve();
      },
    }),
  ],
});
await server.listen();
process.stdout.write("listening\n");
