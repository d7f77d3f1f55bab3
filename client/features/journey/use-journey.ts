import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { call } from "#client/lib/api.ts";
import type { Answered } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";

/** The guider's journeys, as one list; null while on its way. */
export function useJourneys() {
  const query = useQuery({ queryKey: ["journeys"], queryFn: () => call("listJourneys") });
  return { answer: query.data ?? null, reload: () => void query.refetch() };
}

/** Everything of one journey; null while on its way. */
export function useJourney(journeyId: string) {
  const query = useQuery({
    queryKey: ["journey", journeyId],
    queryFn: () => call("readJourney", { params: { journeyId } }),
  });
  return { answer: query.data ?? null, reload: () => void query.refetch() };
}

/** What is noted of a journey's people beside their permissions; null while on its way. */
export function usePeopleNotes(journeyId: string) {
  const query = useQuery({
    queryKey: ["people-notes", journeyId],
    queryFn: () => call("readPeopleNotes", { params: { journeyId } }),
  });
  return query.data ?? null;
}

/** One change at a time: whether it is on its way, the sentence of its refusal, and a way to make it. */
export interface Change {
  readonly isSending: boolean;
  readonly refusal: string;
  readonly make: <Value>(ask: () => Promise<Answered<Value>>) => Promise<Answered<Value>>;
}

/** Makes changes and, after each, has every list and journey on the page read again. */
export function useChange(): Change {
  const queries = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");
  const make = useCallback(
    async <Value>(ask: () => Promise<Answered<Value>>) => {
      setSending(true);
      const answer = await ask();
      setSending(false);
      setRefusal(answer.ok ? "" : refusalWords(answer));
      if (answer.ok) await queries.invalidateQueries();
      return answer;
    },
    [queries],
  );
  return { isSending, refusal, make };
}
