import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { uploadClip } from "#client/lib/upload-clip.ts";
import type { ClipUpload } from "#client/lib/upload-clip.ts";
import type { Clip } from "#shared/domain/clip.ts";
import type { ClipForm } from "./clip-form.ts";

/**
 * Where adding a clip stands. `sent` is the fraction gone up; at 1 the server looks through the file.
 * `isWaiting` while the line is gone.
 */
export type AddingClip =
  | { readonly state: "idle"; readonly refusal: string }
  | { readonly state: "sending"; readonly sent: number; readonly isWaiting: boolean };

/**
 * Adds a clip in two steps: its words, then its file. When the file is refused the words are kept, so
 * that another file can be sent for the same clip.
 */
export function useAddClip(cycleId: string, begun: Clip | null) {
  const queries = useQueryClient();
  const [clip, setClip] = useState(begun);
  const uploadRef = useRef<ClipUpload | null>(null);
  const [adding, setAdding] = useState<AddingClip>({ state: "idle", refusal: "" });
  useEffect(() => () => uploadRef.current?.leave(), []);

  const add = useCallback(
    async (words: ClipForm, file: File): Promise<Clip | null> => {
      setAdding({ state: "sending", sent: 0, isWaiting: false });
      let target = clip;
      if (target === null) {
        const made = await call("addClip", { params: { cycleId }, body: words });
        if (!made.ok) {
          setAdding({ state: "idle", refusal: refusalWords(made) });
          return null;
        }
        target = made.value;
        setClip(target);
      }
      const upload = uploadClip(target.clipId, file, (sent, isWaiting) =>
        setAdding({ state: "sending", sent, isWaiting }),
      );
      uploadRef.current = upload;
      const answer = await upload.answer;
      uploadRef.current = null;
      await queries.invalidateQueries();
      setAdding({ state: "idle", refusal: answer.ok ? "" : refusalWords(answer) });
      return answer.ok ? answer.value : null;
    },
    [clip, cycleId, queries],
  );

  const cancel = useCallback(() => uploadRef.current?.cancel(), []);
  return { adding, add, cancel, hasWords: clip !== null };
}
