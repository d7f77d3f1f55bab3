import { useCallback } from "react";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Purpose } from "#shared/domain/people.ts";
import { HeldPermissions } from "./HeldPermissions.tsx";
import { HeldSections } from "./HeldSections.tsx";

/** In the practitioner's own place: what is held of them, and their permissions to take back. Until when is said with how it ends. */
export function OwnHeld({ journeyId }: { readonly journeyId: string }) {
  const ask = useCallback(() => call("readOwnHeld", { params: { journeyId } }), [journeyId]);
  const kept = useAnswered(ask);
  if (kept.answer === null) return <Loading />;
  if (!kept.answer.ok) return <Notice tone="attention">{refusalWords(kept.answer)}</Notice>;
  const held = kept.answer.value;

  async function handleWithdraw(_personId: string, purpose: Purpose) {
    const answer = await call("withdrawOwn", { params: { journeyId }, body: { purpose } });
    if (!answer.ok) return answer.reason;
    await kept.change(() => Promise.resolve(answer));
    return null;
  }

  return (
    <>
      <HeldSections held={held} isEndElsewhere />
      {held.people.map((person) => (
        <HeldPermissions key={person.personId} person={person} isOwn onWithdraw={handleWithdraw} />
      ))}
    </>
  );
}
