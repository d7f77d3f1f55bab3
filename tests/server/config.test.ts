import { describe, expect, it } from "vitest";
import { readConfig } from "#server/config.ts";
import { createOwnAddresses } from "#server/http/own-addresses.ts";

describe("the settings", () => {
  it("[HS11] are all there when none is given, and an empty one counts as not given", () => {
    const none = readConfig({});

    expect(none).toEqual({
      PORT: 3000,
      HOST: "loopback",
      DATA_DIR: "./data",
      LOG_LEVEL: "info",
      CLIENT_DIR: "./dist/client",
      CALL_MODE: "auto",
      CALL_PORT: 3001,
      CALL_WORKERS: 1,
    });
    expect(readConfig({ PORT: "", PUBLIC_URL: "", HOME: "/root", KEY_FILE: undefined })).toEqual(
      none,
    );
  });

  it.each([
    ["PORT", "0", 0],
    ["PORT", "65535", 65_535],
    ["HOST", "0.0.0.0", "0.0.0.0"],
    ["PUBLIC_URL", "https://review.example.org", "https://review.example.org"],
    ["PUBLIC_URL", "http://localhost:3000", "http://localhost:3000"],
    ["PUBLIC_URL", "http://[::1]:3000", "http://[::1]:3000"],
    ["LOG_LEVEL", "silent", "silent"],
    ["CALL_MODE", "off", "off"],
    ["CALL_PORT", "0", 0],
    ["CALL_LISTEN", "::", "::"],
    ["CALL_ANNOUNCED_ADDRESS", "call.example.org", "call.example.org"],
    ["CALL_WORKERS", "2", 2],
    ["TURN_URLS", "stun:a.example.org, stun:[::1]:3478", ["stun:a.example.org", "stun:[::1]:3478"]],
  ])("[HS11] %s may be %s", (name, value, read) => {
    expect(readConfig({ [name]: value })).toMatchObject({ [name]: read });
  });

  it.each([
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "3000.5"],
    ["PORT", "many"],
    ["PORT", " "],
    ["PORT", "0x50"],
    ["PUBLIC_URL", "review.example.org"],
    ["PUBLIC_URL", "nonsense"],
    ["PUBLIC_URL", "http://review.example.org"],
    ["PUBLIC_URL", "http://localhost.example.org"],
    ["PUBLIC_URL", "http://127.example.org"],
    ["PUBLIC_URL", "ftp://localhost"],
    ["LOG_LEVEL", "loud"],
    ["DEMO_SECRET", "short"],
    ["CALL_MODE", "always"],
    ["CALL_PORT", "65536"],
    ["CALL_LISTEN", "call.example.org"],
    ["CALL_ANNOUNCED_ADDRESS", "203.0.113.5:3001"],
    ["CALL_WORKERS", "0"],
    ["CALL_WORKERS", "many"],
    ["TURN_URLS", "https://turn.example.org"],
    ["TURN_URLS", "stun:a.example.org,,"],
    ["TURN_SECRET", "short"],
  ])("[HS11] %s may not be %s, and the sentence names it", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new RegExp(`^A setting cannot be used\\. ${name}: .+ See \\.env\\.example\\.$`),
    );
  });

  it("[HS11] [CL8] have no relay without its secret", () => {
    const read = (secret: string) =>
      readConfig({ TURN_URLS: "turn:turn.example.org", TURN_SECRET: secret });

    expect(() => read("")).toThrow(/TURN_SECRET: is needed for turn: and turns: addresses/);
    expect(read("a secret of the relay")).toMatchObject({ TURN_URLS: ["turn:turn.example.org"] });
  });

  it("[HS11] are all named at once when several are wrong, and never with their values", () => {
    const secret = "hunter2";
    const read = () => readConfig({ PORT: "many", LOG_LEVEL: "loud", DEMO_SECRET: secret });

    expect(read).toThrow(/PORT: .*LOG_LEVEL: .*DEMO_SECRET: /);
    expect(read).not.toThrow(secret);
  });

  it("[DR17] an address with a path or a slash at its end is still the same page's origin", () => {
    const config = readConfig({ PUBLIC_URL: "https://review.example.org/" });
    const addresses = createOwnAddresses(config);

    expect(addresses.isOwnOrigin("https://review.example.org", 3000)).toBe(true);
    expect(addresses.isOwnOrigin("http://review.example.org", 3000)).toBe(false);
    expect(addresses.isOwnOrigin("https://review.example.org.evil.test", 3000)).toBe(false);
  });
});
