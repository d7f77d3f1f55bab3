import type { CallMember } from "#shared/protocol/call-events.ts";
import type { LineCounters } from "./call-transport-stats.ts";
import { trackKinds } from "./call-transport.ts";
import type { CallTransport, TransportParts } from "./call-transport.ts";
import type { DirectVerdict } from "./direct-line-watch.ts";
import { createDirectLine } from "./direct-line.ts";
import type { DirectLine, Sending } from "./direct-line.ts";
import type { CallTab } from "./frame-cipher.ts";
import type { LineSignal } from "./negotiation.ts";

/** From browser to browser: one line to each other tab. */
export interface DirectTransport extends CallTransport {
  receive(fromTabId: string, signal: LineSignal): void;
  /** Signals reach the others again after a while. */
  resume(): void;
  /** How the line to that tab is getting on; null also when there is none. */
  verdict(tabId: string): DirectVerdict;
}

/** What stands between the lines and the room. */
export interface DirectParts extends TransportParts {
  readonly ownTabId: string;
  readonly signal: (to: CallTab, signal: LineSignal) => void;
  /** The browser's own line; another one only in tests. */
  readonly openLine?: typeof createDirectLine;
}

/** Has no line until there are people. */
export function createDirectTransport(parts: DirectParts): DirectTransport {
  const { openLine = createDirectLine } = parts;
  const lines = new Map<string, { readonly peer: CallTab; readonly line: DirectLine }>();
  let sending: Sending = { audio: null, video: null, faces: "all" };

  function open({ participantId, tabId, publicKey }: CallMember) {
    const peer = { participantId, tabId };
    const line = openLine({
      peer,
      ownTabId: parts.ownTabId,
      iceServers: parts.iceServers,
      cipher: publicKey === null ? null : parts.cipher,
      sending,
      signal: (signal) => parts.signal(peer, signal),
      onTrack: (kind, track) => parts.onTrack(peer, kind, track),
      onChange: parts.onChange,
    });
    lines.set(tabId, { peer, line });
  }

  function end(tabId: string) {
    const gone = lines.get(tabId);
    if (gone === undefined) return;
    lines.delete(tabId);
    gone.line.close();
    for (const kind of trackKinds) parts.onTrack(gone.peer, kind, null);
  }

  function change(changed: Partial<Sending>) {
    sending = { ...sending, ...changed };
    for (const { line } of lines.values()) line.send(sending);
  }

  return {
    setPeople(people) {
      for (const tabId of lines.keys()) {
        if (!people.some((person) => person.tabId === tabId)) end(tabId);
      }
      for (const person of people) if (!lines.has(person.tabId)) open(person);
    },
    setTrack: (kind, track) => change({ [kind]: track }),
    setFaces: (faces) => change({ faces }),
    isConnected: (tabId) => lines.get(tabId)?.line.isConnected ?? false,
    verdict: (tabId) => lines.get(tabId)?.line.verdict ?? null,
    receive: (fromTabId, signal) => lines.get(fromTabId)?.line.receive(signal),
    restart() {
      for (const { line } of lines.values()) line.restart();
    },
    resume() {
      for (const { line } of lines.values()) line.resume();
    },
    async counters() {
      const counted = [...lines].map(async ([tabId, { line }]): Promise<[string, LineCounters]> => [
        tabId,
        await line.counters(),
      ]);
      return { own: null, people: new Map(await Promise.all(counted)) };
    },
    close() {
      for (const tabId of lines.keys()) end(tabId);
    },
  };
}
