import { useState } from "react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { FileField } from "#client/ui/FileField.tsx";
import { Form } from "#client/ui/Form.tsx";
import type { Clip } from "#shared/domain/clip.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { emptyForm, sentences, wordsOf } from "./clip-form.ts";
import { ClipFields } from "./ClipFields.tsx";
import { SendingClip } from "./SendingClip.tsx";
import { useAddClip } from "./use-add-clip.ts";

const noSentences = { title: "", initiative: "", people: "", file: "" };

/** Props of the dialog; `begun` is a clip whose words are kept and whose file is still to come. */
export interface AddClipDialogProps {
  readonly cycleId: string;
  readonly journey: Journey;
  readonly begun: Clip | null;
  readonly onClose: () => void;
}

/** Adds a ready-cut clip: what the child starts, who is in it, and its file. */
export function AddClipDialog({ cycleId, journey, begun, onClose }: AddClipDialogProps) {
  const { adding, add, cancel, hasWords } = useAddClip(cycleId, begun);
  const [words, setWords] = useState(() => (begun === null ? emptyForm(journey) : wordsOf(begun)));
  const [file, setFile] = useState<File | null>(null);
  const [isChecked, setChecked] = useState(false);
  const wanted = sentences(words, file, journey.childName);
  const errors = isChecked ? wanted : noSentences;

  async function handleSubmit() {
    setChecked(true);
    const isReady = Object.values(wanted).every((sentence) => sentence === "");
    if (!isReady || file === null) return;
    const clip = await add(words, file);
    if (clip === null) return;
    announce(text("clip.added", { title: clip.title }));
    onClose();
  }

  if (adding.state === "sending") {
    return (
      <Dialog title={text("clip.title")} isOpen onClose={cancel}>
        <SendingClip
          title={words.title}
          sent={adding.sent}
          isWaiting={adding.isWaiting}
          onStop={cancel}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title={text("clip.title")} isOpen onClose={onClose}>
      <Form onSubmit={() => void handleSubmit()} refusal={adding.refusal}>
        {hasWords ? (
          <p>
            <strong>{words.title}</strong>. {text("clip.waiting")}
          </p>
        ) : (
          <ClipFields journey={journey} words={words} errors={errors} onChange={setWords} />
        )}
        <FileField
          label={text("clip.file")}
          hint={text("clip.fileHint")}
          choose={text(file === null ? "clip.choose" : "clip.chooseOther")}
          accept="video/mp4,video/webm,.mp4,.webm"
          file={file}
          onChange={setFile}
          error={errors.file}
        />
        <DialogButtons>
          <Button onPress={onClose}>{text("start.cancel")}</Button>
          <Button kind="primary" type="submit">
            {text("clip.submit")}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
