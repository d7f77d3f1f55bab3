import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { aptInstall } from "./apt-install.mjs";
import { say } from "./say.mjs";

// The program that routes calls, for the tests: one that was named, one prepared beside the checkout, or
// mediasoup's own. Where none is to be had, the tests of the router say by name that they did not run.

/** What a worker built from Debian's own packages is linked to. */
const libraries = ["libuv1", "libssl3", "libsrtp2-1", "libusrsctp2", "libabsl20220623"];

/** The place chosen by hand alone, or else the usual ones. */
function placesOf(root, environment) {
  const chosen = environment.MEDIASOUP_WORKER_BIN ?? "";
  if (chosen !== "") return [chosen];
  return [
    join(root, "..", "shared", "tools", "sfu", "mediasoup-worker"),
    join(root, "node_modules", "mediasoup", "worker", "out", "Release", "mediasoup-worker"),
  ];
}

/** A worker that is started without its version ends at once with 41, by mediasoup's own agreement. */
function isWorker(path) {
  return existsSync(path) && spawnSync(path, { env: {}, timeout: 20_000 }).status === 41;
}

/** A worker that runs, or null. `MEDIASOUP_WORKER_BIN` wins, and is then the only one asked. */
export function findCallWorker(root, environment = process.env) {
  return placesOf(root, environment).find(isWorker) ?? null;
}

/** The same, after its libraries have been installed where a worker is there and only they are missing. */
export function ensureCallWorker(root) {
  const isThere = placesOf(root, process.env).some((path) => existsSync(path));
  if (isThere && findCallWorker(root) === null)
    aptInstall(root, "the libraries of the call's router", libraries);
  const worker = findCallWorker(root);
  if (worker === null) {
    say(
      "The tests of the call's router cannot run here: set MEDIASOUP_WORKER_BIN to a mediasoup worker, or fetch one with `npm run sameframe -- call setup`.",
    );
  }
  return worker;
}
