import { useEffect, useState } from "react";
import type { Answered } from "./api.ts";
import { refusalWords } from "./refusal-words.ts";

/** One value of the server and its changes, each of which answers the value as it is then. */
export interface AnsweredValue<Value> {
  /** Null while on its way. */
  readonly answer: Answered<Value> | null;
  readonly isSending: boolean;
  /** Why the last change was refused; empty when it was not. */
  readonly refusal: string;
  /** Whether it was made. */
  readonly change: (ask: () => Promise<Answered<Value>>) => Promise<boolean>;
}

/** Asks for a value, and anew whenever `ask` is another function. */
export function useAnswered<Value>(ask: () => Promise<Answered<Value>>): AnsweredValue<Value> {
  const [answer, setAnswer] = useState<Answered<Value> | null>(null);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");

  useEffect(() => {
    let isWanted = true;
    void ask().then((first) => {
      if (isWanted) setAnswer(first);
    });
    return () => {
      isWanted = false;
    };
  }, [ask]);

  async function change(make: () => Promise<Answered<Value>>): Promise<boolean> {
    setSending(true);
    const next = await make();
    setSending(false);
    setRefusal(next.ok ? "" : refusalWords(next));
    if (next.ok) setAnswer(next);
    return next.ok;
  }

  return { answer, isSending, refusal, change };
}
