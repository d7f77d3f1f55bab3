import { once } from "node:events";
import { connect, createServer } from "node:net";

/** A line to a port of this computer that can be cut, for the pictures of a lost connection. */
export async function createLine() {
  const sockets = new Set();
  let toPort = 0;
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(toPort, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    /** For a browser: everything it asks of 127.0.0.1 goes over this line. */
    browserArguments: [`--host-resolver-rules=MAP 127.0.0.1 127.0.0.1:${server.address().port}`],
    lead: (url) => (toPort = new URL(url).port),
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => (isCut = false),
    close() {
      this.cut();
      server.close();
    },
  };
}
