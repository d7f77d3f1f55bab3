import MicOff from "lucide-react/icons/mic-off";
import type { MemberFace } from "#client/lib/member-face.ts";
import { text } from "#client/lib/text.ts";
import type { CallPerson, CallSnapshot, OwnPart } from "./call.ts";
import { FacePicture } from "./FacePicture.tsx";

/** How `participantId` shows in the call: oneself by one's own devices, the others by what comes of them. */
export function memberFace(call: CallSnapshot, participantId: string, me: string): MemberFace {
  const { isSilenced } = call;
  if (participantId === me) return faceOf({ ...call.me, isOwn: true, isSilenced, note: null });
  const person = call.people.find((one) => one.participantId === participantId);
  if (person === undefined) return { ...nobody, note: text("call.not-in-call") };
  const picture = person.isFacePaused ? null : person.stream;
  return faceOf({ ...person, picture, isOwn: false, isSilenced, note: noteOf(person) });
}

const nobody: MemberFace = {
  picture: null,
  mark: null,
  isSpeaking: false,
  words: [],
  note: null,
};

type Shown = Pick<OwnPart, "microphone" | "camera" | "picture" | "isSpeaking"> & {
  readonly isOwn: boolean;
  readonly isSilenced: boolean;
  readonly note: string | null;
};

function faceOf(shown: Shown): MemberFace {
  const { microphone, camera, picture, isSilenced, note } = shown;
  const isHeard = microphone === "on";
  const isSeen = camera === "on" && picture !== null && !isSilenced;
  const isSpeaking = shown.isSpeaking && !isSilenced;
  return {
    picture: isSeen && <FacePicture stream={picture} isMirrored={shown.isOwn} />,
    mark: !isHeard && <MicOff size={14} />,
    isSpeaking,
    words: [
      ...(isSpeaking ? [text("call.speaking")] : []),
      ...(isHeard
        ? []
        : [text(microphone === "off" ? "call.microphone-is-off" : "call.microphone-is-none")]),
      ...(camera === "on" ? [] : [text("call.camera-is-off")]),
    ],
    note,
  };
}

function noteOf(person: CallPerson): string | null {
  if (!person.isConnected) return text("call.reconnecting");
  return person.isFacePaused ? text("call.face-paused") : null;
}
