import { useCallback, useState } from "react";
import { keepPracticeSettings, readPracticeSettings } from "./practice-settings.ts";
import type { PracticeSettings } from "./practice-settings.ts";

/** One person's choices, and a way to change some of them. */
export function usePracticeSettings(
  participantId: string,
): readonly [PracticeSettings, (change: Partial<PracticeSettings>) => void] {
  const [settings, setSettings] = useState(() => readPracticeSettings(participantId));
  const change = useCallback(
    (some: Partial<PracticeSettings>) => {
      const next = { ...settings, ...some };
      keepPracticeSettings(participantId, next);
      setSettings(next);
    },
    [participantId, settings],
  );
  return [settings, change];
}
