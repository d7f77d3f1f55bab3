import { Visitor } from "vite";
import type { ESTree } from "vite";
import type { SourceFile } from "#tests/architecture/source-files.ts";

function plainText(node: ESTree.Node | undefined): string | null {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : null;
}

/** What a call listens to; null when it does not listen, or to a connection's own event. */
function heardBy({ callee, arguments: given }: ESTree.CallExpression, seesSockets: boolean) {
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return null;
  const { name } = callee.property;
  if (name === "onAny" || name === "prependAny") return name;
  if (name !== "on" && name !== "once") return null;
  const event = plainText(given[0]);
  if (event === null) return seesSockets ? "a computed name" : null;
  // Our own events are `noun:verb`; what has no colon is a connection's own.
  return event.includes(":") ? `"${event}"` : null;
}

/** The places where a file of the server listens to an event from outside by itself. */
export function bareListeners(file: SourceFile): string[] {
  const seesSockets = file.imports.some(({ packageName }) => packageName === "socket.io");
  const found: string[] = [];
  new Visitor({
    CallExpression: (node) => {
      const heard = heardBy(node, seesSockets);
      if (heard !== null) found.push(heard);
    },
  }).visit(file.program);
  return found;
}
