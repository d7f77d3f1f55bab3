import { useEffect, useRef, useState } from "react";
import { announce } from "#client/lib/announce.ts";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { playTwoNotes } from "#client/lib/sound.ts";
import { text } from "#client/lib/text.ts";
import type { Knock } from "#shared/protocol/door-events.ts";
import { isDoorSoundOn, setDoorSound } from "./door-sound.ts";
import { KnockPanel } from "./KnockPanel.tsx";
import { useDesk } from "./use-desk.ts";

/** Props of the desk: whether this page is the room of a review already, and the way to it. */
export interface KnockDeskProps {
  readonly isInRoom: (reviewId: string) => boolean;
  readonly onOpenRoom: (reviewId: string) => void;
}

/** Tells the guider who is at the door, on whatever page this is, and passes on the answer. */
export function KnockDesk({ isInRoom, onOpenRoom }: KnockDeskProps) {
  const knocks = useDesk();
  const [isSoundOn, setSoundOn] = useState(isDoorSoundOn);
  const [admitted, setAdmitted] = useState<Knock | null>(null);
  const [notice, setNotice] = useState("");
  useKnockHeard(knocks, isSoundOn);

  async function handleAnswer(knock: Knock, answer: "let-in" | "not-now") {
    const { inviteId, knockId } = knock;
    const reply = await call("answerKnock", { params: { inviteId }, body: { knockId, answer } });
    setNotice(reply.ok ? "" : refusalWords(reply));
    if (!reply.ok || answer === "not-now") return;
    announce(text("knock.letInDone", { name: knock.name }));
    setAdmitted(knock);
  }

  function handleSound(isOn: boolean) {
    setDoorSound(isOn);
    setSoundOn(isOn);
  }

  // Once in the room there is nothing more to say of it, on later pages either.
  if (admitted !== null && isInRoom(admitted.reviewId)) setAdmitted(null);
  return (
    <KnockPanel
      knocks={knocks}
      admitted={admitted}
      notice={notice}
      isSoundOn={isSoundOn}
      onAnswer={(knock, answer) => void handleAnswer(knock, answer)}
      onOpenRoom={(reviewId) => {
        setAdmitted(null);
        onOpenRoom(reviewId);
      }}
      onDismiss={() => setAdmitted(null)}
      onSound={handleSound}
    />
  );
}

/** Says and sounds each new knock once. */
function useKnockHeard(knocks: readonly Knock[], isSoundOn: boolean): void {
  const heardRef = useRef(new Set<string>());
  useEffect(() => {
    const fresh = knocks.filter((knock) => !heardRef.current.has(knock.knockId));
    for (const knock of fresh) heardRef.current.add(knock.knockId);
    const last = fresh.at(-1);
    if (last === undefined) return;
    announce(text("knock.announced", { name: last.name }), "assertive");
    if (isSoundOn) playTwoNotes();
  }, [knocks, isSoundOn]);
}
