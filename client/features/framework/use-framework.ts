import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import type { Families } from "#shared/board/framework.ts";

const queryKey = ["framework"];

/** The organisation's words for attunement; null while on their way. */
export function useFramework() {
  const query = useQuery({ queryKey, queryFn: () => call("readFramework"), staleTime: Infinity });
  return { answer: query.data ?? null, reload: () => void query.refetch() };
}

/** Saves the words: whether that is on its way, the sentence of its refusal, and a way to do it. */
export function useSaveFramework() {
  const queries = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");

  /** Answers the families as they are now kept, or null when they could not be. */
  async function save(families: Families): Promise<Families | null> {
    setSending(true);
    const answer = await call("setFramework", { body: { families } });
    setSending(false);
    setRefusal(answer.ok ? "" : refusalWords(answer));
    if (!answer.ok) return null;
    queries.setQueryData(queryKey, answer);
    return answer.value.families;
  }
  return { isSending, refusal, save };
}
