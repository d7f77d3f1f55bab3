import { useCallback, useEffect, useRef, useState } from "react";
import { playOn } from "#client/lib/play-on.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { CallPerson } from "./call.ts";

export interface VoicesProps {
  readonly people: readonly CallPerson[];
  /** Covered: nobody is heard. */
  readonly isSilenced: boolean;
  /** Where voices come out; null: where the browser likes. */
  readonly speakerId: string | null;
}

/** Everybody else's voice, and one labelled button where a browser wants a tap first. */
export function Voices({ people, isSilenced, speakerId }: VoicesProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [isBlocked, setBlocked] = useState(false);
  const handleBlocked = useCallback(() => setBlocked(true), []);
  const unblock = useCallback(() => {
    const voices = [...(holder.current?.querySelectorAll("audio") ?? [])];
    Promise.all(voices.map((voice) => voice.play())).then(
      () => setBlocked(false),
      () => undefined, // it still wants a tap: the button stays
    );
  }, []);
  // Whatever else is pressed in the room is a tap as well.
  useEffect(() => {
    if (!isBlocked) return undefined;
    document.addEventListener("click", unblock);
    return () => document.removeEventListener("click", unblock);
  }, [isBlocked, unblock]);

  return (
    <>
      <div ref={holder} hidden>
        {people.map(({ participantId, stream }) => (
          <Voice
            key={participantId}
            stream={stream}
            isMuted={isSilenced}
            speakerId={speakerId}
            onBlocked={handleBlocked}
          />
        ))}
      </div>
      {isBlocked && (
        <Notice tone="attention">
          {text("call.blocked")} <Button onPress={unblock}>{text("call.unblock")}</Button>
        </Notice>
      )}
    </>
  );
}

interface VoiceProps {
  readonly stream: MediaStream;
  readonly isMuted: boolean;
  readonly speakerId: string | null;
  readonly onBlocked: () => void;
}

function Voice({ stream, isMuted, speakerId, onBlocked }: VoiceProps) {
  const voice = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = voice.current;
    if (element === null) return undefined;
    element.srcObject = stream;
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === "NotAllowedError") onBlocked();
    });
    return () => {
      element.srcObject = null;
    };
  }, [stream, onBlocked]);
  useEffect(() => {
    if (voice.current !== null) playOn(voice.current, speakerId);
  }, [speakerId]);
  return <audio ref={voice} autoPlay muted={isMuted} />;
}
