import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  forgetSecret,
  onNewSecret,
  readSecret,
  takeSecretFromAddress,
} from "#client/lib/address-secret.ts";

let address = { pathname: "/", hash: "" };
const events = new EventTarget();

beforeEach(() => {
  vi.stubGlobal("window", {
    get location() {
      return address;
    },
    history: {
      replaceState: (_state: unknown, _title: string, pathname: string) => {
        address = { pathname, hash: "" };
      },
    },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  });
});

afterEach(() => {
  forgetSecret();
  vi.unstubAllGlobals();
});

describe("the secret of a link", () => {
  it.each(["/j", "/set-up", "/demo", "/held"])(
    "[SC1] leaves the address of %s and stays in memory",
    (pathname) => {
      address = { pathname, hash: "#abc" };

      takeSecretFromAddress();

      expect(address).toEqual({ pathname, hash: "" });
      expect(readSecret()).toBe("abc");
    },
  );

  it("[SC1] leaves other fragments alone", () => {
    address = { pathname: "/journeys/1", hash: "#people" };

    takeSecretFromAddress();

    expect(address.hash).toBe("#people");
    expect(readSecret()).toBeNull();
  });

  it("[SC1] takes up a second link pasted into the same tab", () => {
    const heard = vi.fn<() => void>();
    const stop = onNewSecret(heard);

    address = { pathname: "/j", hash: "#second" };
    events.dispatchEvent(new Event("hashchange"));
    stop();
    address = { pathname: "/j", hash: "#third" };
    events.dispatchEvent(new Event("hashchange"));

    expect(heard).toHaveBeenCalledTimes(1);
    expect(readSecret()).toBe("second");
  });
});
