import { Visitor } from "vite";
import type { SourceFile } from "#tests/architecture/source-files.ts";

/** The places where a file of the server listens to an event from outside by itself. */
export function bareListeners(file: SourceFile): string[] {
  const seesSockets = file.imports.some(({ packageName }) => packageName === "socket.io");
  const found: string[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      const { name } = callee.property;
      if (name === "onAny" || name === "prependAny") found.push(name);
      if (name !== "on" && name !== "once") return;
      const [event] = given;
      const isPlain = event?.type === "Literal" && typeof event.value === "string";
      // Our own events are `noun:verb`; what has no colon is a connection's own.
      if (isPlain && String(event.value).includes(":")) found.push(`"${event.value}"`);
      if (!isPlain && seesSockets) found.push("a computed name");
    },
  }).visit(file.program);
  return found;
}
