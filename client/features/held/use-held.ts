import { useCallback, useEffect, useState } from "react";
import { forgetSecret, onNewSecret, readSecret } from "#client/lib/address-secret.ts";
import { call } from "#client/lib/api.ts";
import type { CallRefusal } from "#client/lib/api.ts";
import type { Purpose } from "#shared/domain/people.ts";
import type { Held } from "#shared/protocol/held-routes.ts";
import { secretSchema } from "#shared/protocol/secret.ts";

/** Where the page of a person's link stands; `closed` is every link that opens nothing. */
export type HeldState =
  | { readonly state: "opening" }
  | { readonly state: "closed" }
  | { readonly state: "refused"; readonly reason: CallRefusal }
  | { readonly state: "open"; readonly held: Held; readonly closesAtMs: number };

/** What the page shows and does. */
export interface HeldPageParts {
  readonly current: HeldState;
  readonly reload: () => void;
  /** Takes a permission back; why it could not, or null when it is in force. */
  readonly withdraw: (personId: string, purpose: Purpose) => Promise<CallRefusal | null>;
}

const key = "held-link";

/** Opens a person's link. Its secret stays in this tab alone, so that the page can be loaded again. */
export function useHeld(): HeldPageParts {
  const [current, setCurrent] = useState<HeldState>({ state: "opening" });
  const [attempt, setAttempt] = useState(0);

  const reload = useCallback(() => {
    setCurrent({ state: "opening" });
    setAttempt((count) => count + 1);
  }, []);
  useEffect(() => onNewSecret(reload), [reload]);

  useEffect(() => {
    let isCurrent = true;
    void open().then((opened) => {
      if (isCurrent) setCurrent(opened);
    });
    return () => {
      isCurrent = false;
    };
  }, [attempt]);

  const withdraw = useCallback(async (personId: string, purpose: Purpose) => {
    const secret = keptSecret();
    if (secret === null) return "not-found";
    const answer = await call("withdrawHeld", { body: { secret, personId, purpose } });
    if (!answer.ok) return answer.reason;
    setCurrent({ state: "open", ...answer.value });
    return null;
  }, []);

  return { current, reload, withdraw };
}

async function open(): Promise<HeldState> {
  const secret = keptSecret();
  if (secret === null) return { state: "closed" };
  const answer = await call("openHeld", { body: { secret } });
  if (answer.ok) return { state: "open", ...answer.value };
  return answer.reason === "not-found"
    ? { state: "closed" }
    : { state: "refused", reason: answer.reason };
}

/** The secret of the address, else the one this tab was opened with; null when it is none. */
function keptSecret(): string | null {
  const fresh = readSecret();
  if (fresh !== null) window.sessionStorage.setItem(key, fresh);
  forgetSecret();
  const parsed = secretSchema.safeParse(window.sessionStorage.getItem(key));
  return parsed.success ? parsed.data : null;
}
