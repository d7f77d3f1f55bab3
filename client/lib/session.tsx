import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { Session } from "#shared/protocol/session.ts";
import { call, onSignedOut } from "./api.ts";

/** Who this browser is: not known yet, known, or the server could not be reached. */
export type SessionState =
  | { readonly state: "loading" }
  | { readonly state: "unreachable" }
  | { readonly state: "known"; readonly session: Session };

interface SessionHolder {
  readonly current: SessionState;
  /** Asks the server again, after a link, a sign-in or a sign-out changed it. */
  readonly refresh: () => Promise<void>;
  /** Takes over what a call has just answered. */
  readonly setSession: (session: Session) => void;
}

const SessionContext = createContext<SessionHolder | null>(null);

/** Holds who this browser is for every page. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [current, setCurrent] = useState<SessionState>({ state: "loading" });

  const refresh = useCallback(async () => setCurrent(await readSession()), []);

  useEffect(() => {
    const readAgain = () => void readSession().then(setCurrent);
    readAgain();
    return onSignedOut(readAgain);
  }, []);

  const setSession = useCallback((session: Session) => setCurrent({ state: "known", session }), []);
  const holder = useMemo<SessionHolder>(
    () => ({ current, refresh, setSession }),
    [current, refresh, setSession],
  );
  return <SessionContext value={holder}>{children}</SessionContext>;
}

async function readSession(): Promise<SessionState> {
  const answer = await call("readSession");
  return answer.ok ? { state: "known", session: answer.value } : { state: "unreachable" };
}

/** Who this browser is, and how to ask again. Only inside `SessionProvider`. */
export function useSession(): SessionHolder {
  const holder = useContext(SessionContext);
  if (holder === null) throw new Error("useSession stands outside SessionProvider");
  return holder;
}
