import { useCallback, useEffect, useRef, useState } from "react";
import { forgetSecret, onNewSecret, readSecret } from "#client/lib/address-secret.ts";
import { call } from "#client/lib/api.ts";
import type { CallRefusal } from "#client/lib/api.ts";
import { secretSchema } from "#shared/protocol/secret.ts";
import type { WayIn } from "#shared/protocol/http-api.ts";

/** Where a guest stands on the way in, before any knock. */
export type WayInState =
  | { readonly state: "opening" }
  /** There is neither a whole secret in the address nor a seat kept by the cookie. */
  | { readonly state: "incomplete" }
  | { readonly state: "refused"; readonly reason: CallRefusal }
  | { readonly state: "known"; readonly wayIn: WayIn };

/** Opens the link of the address, or reads the one this device opened before. Opening uses nothing up. */
export function useWayIn(): { readonly current: WayInState; readonly reload: () => void } {
  const [current, setCurrent] = useState<WayInState>({ state: "opening" });
  const [attempt, setAttempt] = useState(0);
  const hadWayInRef = useRef(false);

  const reload = useCallback(() => {
    setCurrent({ state: "opening" });
    setAttempt((count) => count + 1);
  }, []);
  useEffect(() => onNewSecret(reload), [reload]);

  useEffect(() => {
    let isCurrent = true;
    void openOrRead().then((found) => {
      if (!isCurrent) return;
      // A link that led here before and is a stranger's now was ended meanwhile.
      const isOver = hadWayInRef.current && found.state === "incomplete";
      hadWayInRef.current ||= found.state === "known";
      setCurrent(isOver ? { state: "refused", reason: "link-ended" } : found);
    });
    return () => {
      isCurrent = false;
    };
  }, [attempt]);

  useReloadWhenOpen(current, reload);
  return { current, reload };
}

async function openOrRead(): Promise<WayInState> {
  const secret = readSecret();
  if (secret !== null && !secretSchema.safeParse(secret).success) return { state: "incomplete" };
  const answer =
    secret === null ? await call("readWayIn") : await call("openWayIn", { body: { secret } });
  if (answer.ok) {
    forgetSecret();
    return { state: "known", wayIn: answer.value };
  }
  const isStranger = answer.reason === "not-signed-in" || answer.reason === "forbidden";
  return secret === null && isStranger
    ? { state: "incomplete" }
    : { state: "refused", reason: answer.reason };
}

const longestTimerMs = 12 * 60 * 60_000;

/** A guest who came early and left the page open is let on when the link opens. */
function useReloadWhenOpen(current: WayInState, reload: () => void): void {
  const opensAtMs =
    current.state === "known" && current.wayIn.when === "early" ? current.wayIn.opensAtMs : null;
  useEffect(() => {
    if (opensAtMs === null) return undefined;
    const delayMs = Math.max(1_000, opensAtMs - Date.now() + 500);
    const timer = setTimeout(reload, Math.min(delayMs, longestTimerMs));
    return () => clearTimeout(timer);
  }, [opensAtMs, reload]);
}
