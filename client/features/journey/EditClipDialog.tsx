import { useRef, useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { clipLimits } from "#shared/domain/clip.ts";
import type { Clip } from "#shared/domain/clip.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { CaptionSlot } from "./CaptionSlot.tsx";
import { marksOf, typedMarks, wordsOf, wordSentences } from "./clip-form.ts";
import { ClipFields } from "./ClipFields.tsx";
import { ClipMarksField } from "./ClipMarksField.tsx";
import styles from "./EditClipDialog.module.css";
import { useClipAddress } from "./use-clip-address.ts";
import { useChange } from "./use-journey.ts";

const noSentences = { title: "", initiative: "", people: "" };

/** Everything that is said of a clip, beside its film. */
export function EditClipDialog(props: {
  readonly clip: Clip;
  readonly journey: Journey;
  readonly onClose: () => void;
}) {
  const { clip, journey, onClose } = props;
  const { clipId } = clip;
  const change = useChange();
  const film = useRef<HTMLVideoElement>(null);
  const address = useClipAddress(clipId, clip.media !== null);
  const [words, setWords] = useState(() => wordsOf(clip));
  const [marks, setMarks] = useState(() => typedMarks(clip.marks));
  const [isChecked, setChecked] = useState(false);
  const wanted = wordSentences(words, journey.childName);
  const durationMs = clip.media?.durationMs ?? clipLimits.durationMs;
  const positionMs = () => (film.current?.currentTime ?? 0) * 1_000;

  async function handleSubmit() {
    setChecked(true);
    const kept = marksOf(marks, durationMs);
    if (kept === null || Object.values(wanted).some((sentence) => sentence !== "")) return;
    const body = { ...words, marks: kept };
    const answer = await change.make(() => call("setClipWords", { params: { clipId }, body }));
    if (answer.ok) onClose();
  }

  return (
    <Dialog title={text("clip.editTitle", { title: clip.title })} isOpen isWide onClose={onClose}>
      <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
        <div className={styles["columns"]}>
          <div className={styles["column"]}>
            <ClipFields
              journey={journey}
              words={words}
              errors={isChecked ? wanted : noSentences}
              onChange={setWords}
            />
            <TextField
              label={text("clip.why")}
              hint={text("clip.whyHint")}
              rows={2}
              maxLength={400}
              value={words.why}
              onChange={(why) => setWords({ ...words, why })}
            />
          </div>
          <div className={styles["column"]}>
            {address !== null && (
              <video
                ref={film}
                className={styles["film"]}
                src={address}
                controls
                preload="metadata"
                playsInline
                aria-label={clip.title}
              />
            )}
            <CaptionSlot
              captions={words.captions}
              onChange={(captions) => setWords((before) => ({ ...before, captions }))}
              positionMs={positionMs}
              durationMs={durationMs}
            />
            <ClipMarksField
              marks={marks}
              durationMs={durationMs}
              positionMs={positionMs}
              onChange={setMarks}
            />
          </div>
        </div>
        <DialogButtons>
          <Button onPress={onClose}>{text("start.cancel")}</Button>
          <Button kind="primary" type="submit" isPending={change.isSending}>
            {text("clip.keepWords")}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
