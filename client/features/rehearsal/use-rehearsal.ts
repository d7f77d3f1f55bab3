import { useCallback, useEffect, useState } from "react";
import { call } from "#client/lib/api.ts";
import type { Refused } from "#client/lib/api.ts";
import type { Rehearsal } from "#shared/protocol/rehearsal-routes.ts";
import type { TriedClip } from "./clip-trial.ts";
import type { Finding, PointName } from "./findings.ts";
import { walkIn } from "./walk-in.ts";

/** What has been found in each point so far. */
export type Findings = Readonly<Partial<Record<PointName, readonly Finding[]>>>;

/** A rehearsal as its page shows it. */
export type RehearsalState =
  | { readonly kind: "starting" }
  | { readonly kind: "refused"; readonly refused: Refused }
  | {
      readonly kind: "walking" | "walked";
      readonly rehearsal: Rehearsal;
      readonly findings: Findings;
      readonly clips: readonly TriedClip[];
    };

/** Begins a rehearsal when the page opens and walks in; `again` begins another. */
export function useRehearsal(reviewId: string): {
  readonly state: RehearsalState;
  readonly again: () => void;
} {
  const [state, setState] = useState<RehearsalState>({ kind: "starting" });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const leaving = new AbortController();
    void rehearse(reviewId, setState, leaving.signal);
    return () => leaving.abort();
  }, [reviewId, attempt]);

  const again = useCallback(() => {
    setState({ kind: "starting" });
    setAttempt((count) => count + 1);
  }, []);
  return { state, again };
}

async function rehearse(
  reviewId: string,
  show: (state: RehearsalState) => void,
  signal: AbortSignal,
): Promise<void> {
  await Promise.resolve(); // a page that is taken away at once (React's strict mode) begins nothing
  if (signal.aborted) return;
  const begun = await call("beginRehearsal", { params: { reviewId } });
  if (signal.aborted) return;
  if (!begun.ok) return show({ kind: "refused", refused: begun });
  const rehearsal = begun.value;
  let findings: Findings = {};
  let clips: readonly TriedClip[] = [];
  const tell = (kind: "walking" | "walked") => {
    if (!signal.aborted) show({ kind, rehearsal, findings, clips });
  };
  tell("walking");
  await walkIn(
    reviewId,
    rehearsal,
    {
      onFindings: (point, found) => {
        findings = { ...findings, [point]: found };
        tell("walking");
      },
      onClips: (come) => {
        clips = come;
        tell("walking");
      },
    },
    signal,
  );
  tell("walked");
}
