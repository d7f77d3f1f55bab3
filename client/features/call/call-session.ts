import { plainChoice, readJoiningChoice } from "#client/lib/joining-choice.ts";
import type { JoiningChoice } from "#client/lib/joining-choice.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { RoomNews } from "#client/lib/room-messages.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Call, CallSnapshot } from "./call.ts";
import { startCallClock } from "./call-session-clock.ts";
import { createSafetyCodes } from "./call-session-codes.ts";
import { createCallMedia } from "./call-session-media.ts";
import type { CallMediaParts, JoinedCall } from "./call-session-media.ts";
import { createMembership } from "./call-session-membership.ts";
import { createOwnSide } from "./call-session-own.ts";
import { isSame, ownVoice, takeSnapshot } from "./call-session-snapshot.ts";
import { createFrameCipher } from "./frame-cipher.ts";
import type { CallTab, SealedFrameKey } from "./frame-cipher.ts";
import { createLevels } from "./levels.ts";
import type { createOwnDevices } from "./own-devices.ts";

/** What a call is made of; from `cipher` on other parts only in tests. */
export interface CallParts extends Pick<CallMediaParts, "openDirect" | "openRouter"> {
  readonly connection: Pick<RoomConnection, "ask" | "on" | "latest" | "link" | "onLink">;
  readonly me: ParticipantId;
  readonly tabId: string;
  /** What to switch on at once; null: in the room only, until `join()`. */
  readonly choice: JoiningChoice | null;
  /** Voices go at once, faces only when this has come true: first the clip. */
  readonly mayUseLine?: () => boolean;
  readonly cipher?: ReturnType<typeof createFrameCipher>;
  readonly levels?: ReturnType<typeof createLevels>;
  readonly openDevices?: typeof createOwnDevices;
  readonly page?: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  readonly nowMs?: () => number;
}

const quietChoice: JoiningChoice = { ...plainChoice, microphone: false, camera: false };
/** How long a hint stays that one spoke with the microphone off. */
const unheardForMs = 3_000;
/** More signals than this before one is in the call are nobody's. */
const mostEarlySignals = 200;

/** The call of one room page. */
export function createCall(parts: CallParts): Call {
  const { connection, me: participantId, tabId, page = window } = parts;
  const { nowMs = () => performance.now(), mayUseLine = () => true } = parts;
  const listeners = new Set<() => void>();
  const { levels = createLevels() } = parts;
  const onNewKey = (to: CallTab, key: SealedFrameKey) => media.deliverKey(to, key);
  const { cipher = createFrameCipher({ onNewKey }) } = parts;
  const own = createOwnSide({
    choice: parts.choice ?? readJoiningChoice() ?? quietChoice,
    onChange: handleDevices,
    ...(parts.openDevices && { open: parts.openDevices }),
  });
  const codes = createSafetyCodes(cipher, change);
  const media = createCallMedia({
    ...parts,
    me: { participantId, tabId },
    ask: (name, message) => connection.ask(name, message),
    cipher,
    nowMs,
    onChange: change,
    onStream: handleStream,
    onRouterLost: () => membership.again(),
  });
  const membership = createMembership({
    connection,
    isAble: parts.openDirect !== undefined || "RTCPeerConnection" in globalThis,
    words: async () => {
      const publicKey = cipher.isSupported ? await cipher.publicKey() : null;
      told = own.now().states;
      return { ...told, publicKey };
    },
    onJoined: handleJoined,
    onLost: () => media.loseRouter(),
    onOut: handleOut,
    onChange: change,
  });
  let told = own.now().states;
  let early: RoomNews<"call:signalled">[] = [];
  let mayShowFace = false;
  let isSilenced = false;
  let isClosed = false;
  let unheardUntilMs = -Infinity;
  let picture: MediaStream | null = null;
  let current = take();

  function take(): CallSnapshot {
    const devices = own.now();
    const { camera } = devices;
    if (camera === null) picture = null;
    else if (picture?.getVideoTracks()[0] !== camera) picture = new MediaStream([camera]);
    const isOff = devices.states.microphone !== "on";
    if (isOff && levels.isSpeaking(ownVoice)) unheardUntilMs = nowMs() + unheardForMs;
    return takeSnapshot({
      membership: membership.state,
      link: connection.link().kind,
      media,
      devices,
      picture,
      isSilenced,
      isSpeaking: (key) => levels.isSpeaking(key),
      isSpeakingUnheard: isOff && !isSilenced && nowMs() < unheardUntilMs,
      codeOf: (publicKey) => codes.of(publicKey),
    });
  }

  function change() {
    if (isClosed) return;
    const next = take();
    if (isSame(current, next)) return;
    current = next;
    for (const listener of listeners) listener();
  }

  function handleDevices() {
    const { listening } = own.now();
    if (listening === null) levels.unwatch(ownVoice);
    else levels.watch(ownVoice, listening, "own");
    sendTracks();
    void tellDevices();
    change();
  }

  function sendTracks() {
    const { microphone, camera } = own.now();
    mayShowFace ||= mayUseLine();
    media.ways.setTrack("audio", microphone);
    media.ways.setTrack("video", mayShowFace && !isSilenced ? camera : null);
  }

  async function tellDevices() {
    const { states } = own.now();
    if (membership.state !== "in" || isSame(told, states)) return;
    told = states;
    const answer = await connection.ask("call:set", states);
    if (!answer.ok && told === states) told = { ...states, microphone: "none" }; // told again soon
  }

  function handleStream(key: string, stream: MediaStream) {
    if (stream.getAudioTracks().length > 0) levels.watch(key, stream);
    else levels.unwatch(key);
    change();
  }

  function handleJoined(joined: JoinedCall) {
    own.begin();
    // What was told while this was on its way is at least as new.
    const latest = connection.latest("call:changed");
    const isNewer =
      latest?.callEpoch === joined.call.callEpoch &&
      latest.members.some((member) => member.tabId === tabId);
    media.joined(isNewer ? { ...joined, call: latest } : joined);
    for (const one of early) media.signalled(one);
    early = [];
    sendTracks();
    void tellDevices();
  }

  function handleOut() {
    media.end();
    own.end();
    early = [];
  }

  function handleSignal(news: RoomNews<"call:signalled">) {
    if (membership.state === "in") media.signalled(news);
    else if (early.length < mostEarlySignals) early.push(news);
  }

  function handleNews(news: RoomNews<"call:changed">) {
    if (membership.state !== "in") return;
    const isOurs =
      news.callEpoch === media.call?.callEpoch &&
      news.members.some((member) => member.tabId === tabId);
    if (isOurs) media.changed(news);
    else membership.again();
  }

  const restart = () => media.ways.restart();
  const join = () => membership.want(true);
  const leave = () => membership.want(false);
  // A page that was only put aside comes back with its call; whoever had left it stays out.
  let wasWanted = false;
  const handleHide = () => {
    wasWanted = membership.isWanted;
    leave();
  };
  const handleShow = () => {
    if (wasWanted) join();
    wasWanted = false;
  };
  const stops = [
    connection.on("call:changed", handleNews),
    connection.on("call:signalled", handleSignal),
    connection.onLink(change),
    levels.onChange(change),
  ];
  const clock = startCallClock({
    nowMs,
    isMoving: () => media.isMoving,
    onWake: restart,
    count: () => media.count(),
    look: async () => {
      sendTracks();
      await tellDevices();
      await media.look();
      change();
    },
  });
  page.addEventListener("online", restart);
  page.addEventListener("pagehide", handleHide);
  page.addEventListener("pageshow", handleShow);
  if (parts.choice !== null) join();

  return {
    now: () => current,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setMicrophone: (isOn) => own.setMicrophone(isOn),
    setCamera: (isOn) => own.setCamera(isOn),
    holdToTalk: (isHeld) => own.hold(isHeld),
    devices: () => own.list(),
    choose: (kind, deviceId) => own.choose(kind, deviceId),
    silence(isOn) {
      isSilenced = isOn;
      own.silence(isOn);
      media.people.silence(isOn);
      sendTracks();
      change();
    },
    leave,
    join,
    close() {
      leave();
      isClosed = true;
      membership.close();
      clock.close();
      for (const stop of stops) stop();
      page.removeEventListener("online", restart);
      page.removeEventListener("pagehide", handleHide);
      page.removeEventListener("pageshow", handleShow);
      media.end();
      own.close();
      levels.close();
      cipher.close();
      listeners.clear();
    },
  };
}
