import { useCallback, useEffect, useRef, useState } from "react";
import type { Socket } from "socket.io-client";
import type { CallRefusal } from "#client/lib/api.ts";
import { askServer, onTold, openSocket } from "#client/lib/socket.ts";
import type { Company } from "#shared/protocol/company.ts";
import { knockStateSchema, lobbyTells } from "#shared/protocol/door-events.ts";
import type { KnockState } from "#shared/protocol/door-events.ts";

/** The lobby as a guest sees it. `wish` is what was asked for and is asked again after a reconnect. */
export interface Lobby {
  readonly knock: KnockState;
  readonly isConnected: boolean;
  readonly wish: Company | null;
  readonly refusal: CallRefusal | null;
  readonly ask: (company: Company) => void;
  readonly cancel: () => void;
}

/**
 * Knocks at the door of the review whose link this device has opened. The server keeps a knock over a
 * short break; after a longer one it says "not asked", and the wish is sent again. `onGone` is called
 * when this device is no guest any more.
 */
export function useLobby(isOpen: boolean, onGone: () => void): Lobby {
  const socketRef = useRef<Socket | null>(null);
  const wishRef = useRef<Company | null>(null);
  const isToldRef = useRef(false);
  /** Pressed before the line was open: an answer to an earlier knock is then not the answer to this one. */
  const isUnsentRef = useRef(false);
  const [wish, setWish] = useState<Company | null>(null);
  const [knock, setKnock] = useState<KnockState>({ state: "not-asked" });
  const [isConnected, setConnected] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);

  const send = useCallback(async (name: "knock:ask" | "knock:cancel", message: object) => {
    const socket = socketRef.current;
    if (socket === null || !socket.connected) return;
    const answer = await askServer(socket, name, message, knockStateSchema);
    if (answer.ok) setKnock(answer.value);
    // While away nothing is refused: the wish is sent again on the next connection.
    else if (answer.reason !== "offline") setRefusal(answer.reason);
  }, []);

  useEffect(() => {
    if (!isOpen) return undefined;
    const socket = openSocket("/lobby");
    socketRef.current = socket;
    const stopHearing = onTold(socket, "knock:changed", lobbyTells["knock:changed"], (told) => {
      const isFirst = !isToldRef.current;
      isToldRef.current = true;
      const isOld = told.state === "not-asked" || (told.state === "not-now" && isUnsentRef.current);
      isUnsentRef.current = false;
      if (isFirst && isOld && wishRef.current !== null) {
        void send("knock:ask", { company: wishRef.current });
      } else setKnock(told);
    });
    socket.on("connect", () => setConnected(true));
    socket.on("connect_error", () => {
      if (!socket.active) onGone();
    });
    socket.on("disconnect", (why) => {
      isToldRef.current = false;
      setConnected(false);
      if (why === "io server disconnect") onGone();
    });
    return () => {
      stopHearing();
      socket.disconnect();
      socketRef.current = null;
      isToldRef.current = false;
    };
  }, [isOpen, onGone, send]);

  const wishFor = useCallback((company: Company | null) => {
    wishRef.current = company;
    setWish(company);
    setRefusal(null);
  }, []);

  const ask = useCallback(
    (company: Company) => {
      wishFor(company);
      isUnsentRef.current = !isToldRef.current;
      if (isToldRef.current) void send("knock:ask", { company });
    },
    [send, wishFor],
  );

  const cancel = useCallback(() => {
    wishFor(null);
    setKnock({ state: "not-asked" });
    void send("knock:cancel", {});
  }, [send, wishFor]);

  return { knock, isConnected, wish, refusal, ask, cancel };
}
