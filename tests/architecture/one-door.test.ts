import { describe, expect, it } from "vitest";
import { bareListeners } from "#tests/architecture/bare-listeners.ts";
import { parseSource, readSourceFiles } from "#tests/architecture/source-files.ts";

const door = "server/realtime/receive.ts";

describe("events from outside", () => {
  it("[HS7] are received through receive() alone", () => {
    const files = readSourceFiles(["server"]);

    const faults = files
      .filter(({ path }) => path !== door)
      .flatMap((file) => bareListeners(file).map((name) => `${file.path}: ${name}`));

    expect(files.map(({ path }) => path)).toContain(door);
    expect(faults).toEqual([]);
  });

  it.each([
    ['socket.on("playback:command", go);', ['"playback:command"']],
    ['client.once("room:enter", go);', ['"room:enter"']],
    ["for (const name of names) socket.on(name, go);", ["a computed name"]],
    ["socket.onAny(go);", ["onAny"]],
  ])("[HS7] may not be taken by %s", (line, found) => {
    const source = `import type { Socket } from "socket.io";\n${line}`;

    expect(bareListeners(parseSource("server/review-room/a.ts", source))).toEqual(found);
  });

  it("[HS7] are not confused with what a connection itself tells", () => {
    const source = 'import type { Socket } from "socket.io";\nsocket.on("disconnect", go);';

    expect(bareListeners(parseSource("server/review-room/a.ts", source))).toEqual([]);
  });
});
