import type { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { routerAddress } from "#server/call/router-settings.ts";
import { startWords } from "#server/call/start-words.ts";
import { readConfig } from "#server/config.ts";

const turn = { TURN_URLS: "turn:turn.example.org", TURN_SECRET: "a secret of the relay" };
const words = (settings: Record<string, string>, address?: string, ports = [3001]) =>
  startWords(
    readConfig(settings),
    address === undefined
      ? { place: null, trouble: "no-worker" }
      : { place: { address, ports }, trouble: null },
  ).join(" ");

describe("what the server says of its call when it starts", () => {
  it.each<[string, Record<string, string>, string | undefined, RegExp]>([
    ["is off", { CALL_MODE: "off" }, undefined, /^The call is off \(CALL_MODE=off\)/],
    ["wants a router that is not there", { CALL_MODE: "sfu" }, undefined, /off: .+ call setup\.$/],
    ["has no worker", {}, undefined, /no worker: .+ call setup.+ up to four people .+ cannot talk/],
    ["has TURN alone", turn, undefined, /up to four .+ two networks can talk here, by TURN\.$/],
    ["is p2p with TURN", { CALL_MODE: "p2p", ...turn }, undefined, /CALL_MODE=p2p.+ by TURN\.$/],
    ["has a finder alone", { TURN_URLS: "stun:a.example.org" }, undefined, /cannot talk here/],
    ["is on this computer", {}, "127.0.0.1", /at 127\.0\.0\.1, port 3001, UDP .+ cannot talk here/],
    ["is on this computer, for Firefox", {}, "127.0.0.1", /Firefox finds nothing .+ CALL_LISTEN/],
    ["is in a school's network", {}, "192.168.1.5", /cannot talk here, only people in one network/],
    ["is in another one", {}, "fd00::5", /cannot talk here/],
    ["can be reached", {}, "203.0.113.5", /two networks can talk here, by the router\.$/],
    ["has a name", {}, "call.example.org", /two networks can talk here, by the router\.$/],
    ["has both", turn, "2001:db8::5", /by the router or TURN\.$/],
    ["is sfu, where TURN is not asked", { CALL_MODE: "sfu", ...turn }, "10.0.0.5", /cannot talk/],
  ])("[CL9] when it %s", (_what, settings, address, said) => {
    expect(words(settings, address)).toMatch(said);
  });

  it("[CL9] names every worker's port", () => {
    expect(words({}, "203.0.113.5", [3001, 3002])).toContain("ports 3001, 3002, UDP and TCP");
  });
});

describe("what the server says when the call's port is not to be had", () => {
  const refused = { place: null, trouble: "cannot-listen" } as const;
  const said = (settings: Record<string, string>) =>
    startWords(readConfig(settings), refused).join(" ");

  it("[CL71] names the address and the port, and what to set", () => {
    expect(said({})).toMatch(
      /no router \(it cannot listen on 127\.0\.0\.1, port 3001: .+ set CALL_PORT or CALL_LISTEN\): up to four people/,
    );
    expect(said({ CALL_LISTEN: "10.0.0.5", CALL_PORT: "4000", CALL_WORKERS: "2" })).toContain(
      "10.0.0.5, ports 4000 and up",
    );
  });

  it("[CL71] says that there is no call where it needs the router", () => {
    expect(said({ CALL_MODE: "sfu" })).toMatch(/^The call is off: .+ port 3001: .+ CALL_LISTEN\.$/);
  });
});

describe("where the router is", () => {
  const own = (): ReturnType<typeof networkInterfaces> => ({
    lo: [entry("127.0.0.1", true)],
    school: [entry("192.168.1.5", false)],
  });
  const entry = (address: string, internal: boolean) =>
    ({ address, internal, family: "IPv4", netmask: "", mac: "", cidr: null }) as const;

  it.each<[Record<string, string>, string, string]>([
    [{}, "127.0.0.1", "127.0.0.1"],
    [{ HOST: "192.168.1.5" }, "192.168.1.5", "192.168.1.5"],
    [{ HOST: "0.0.0.0" }, "0.0.0.0", "192.168.1.5"],
    [{ HOST: "review.example.org" }, "127.0.0.1", "127.0.0.1"],
    [{ CALL_LISTEN: "::" }, "::", "192.168.1.5"],
    [{ CALL_LISTEN: "10.0.0.5" }, "10.0.0.5", "10.0.0.5"],
    [
      { CALL_LISTEN: "0.0.0.0", CALL_ANNOUNCED_ADDRESS: "a.example.org" },
      "0.0.0.0",
      "a.example.org",
    ],
  ])("[CL9] with %o", (settings, listen, announced) => {
    expect(routerAddress(readConfig(settings), own)).toEqual({ listen, announced });
  });

  it("[CL9] on a machine without a network it is this machine's alone", () => {
    const nowhere = routerAddress(readConfig({ HOST: "0.0.0.0" }), () => ({}));

    expect(nowhere.announced).toBe("127.0.0.1");
  });
});
