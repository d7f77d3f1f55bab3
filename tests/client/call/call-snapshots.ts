import type { CallPerson, CallSnapshot, OwnPart } from "#client/features/call/call.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";

export const nadiaId = participantIdSchema.parse("0c6a3f52-7a33-4c0e-8b57-1f0d9a0c1a01");
export const callumId = participantIdSchema.parse("0c6a3f52-7a33-4c0e-8b57-1f0d9a0c1a02");

/** Stands for a stream where nothing plays: Node has none. */
const stream = Object.create(null) as MediaStream; // never looked into

/** Somebody in the call, heard and seen, but for what the test is about. */
export function callPerson(changes: Partial<CallPerson> = {}): CallPerson {
  return {
    participantId: callumId,
    microphone: "on",
    camera: "on",
    stream,
    isConnected: true,
    isSpeaking: false,
    line: "good",
    isFacePaused: false,
    safetyCode: null,
    ...changes,
  };
}

/** Oneself, heard and seen. */
export function ownPart(changes: Partial<OwnPart> = {}): OwnPart {
  return {
    microphone: "on",
    camera: "on",
    microphoneTrouble: null,
    cameraTrouble: null,
    picture: stream,
    listening: null,
    isSpeaking: false,
    line: "good",
    isFacePaused: false,
    isSpeakingUnheard: false,
    ...changes,
  };
}

/** A call of two that goes well. */
export function callOf(changes: Partial<CallSnapshot> = {}): CallSnapshot {
  return {
    state: "on",
    isFull: false,
    path: "direct",
    sealedTo: "ends",
    me: ownPart(),
    people: [callPerson()],
    isSilenced: false,
    ...changes,
  };
}
