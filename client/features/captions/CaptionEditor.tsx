import Trash2 from "lucide-react/icons/trash-2";
import { useState } from "react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { FileField } from "#client/ui/FileField.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { TypedField } from "#client/ui/TypedField.tsx";
import { captionsLimit, readCaptions, writeCaptions } from "#shared/captions/web-vtt.ts";
import type { CaptionCue } from "#shared/captions/web-vtt.ts";
import { readPlaceMs, writePlaceMs } from "#shared/studio/selection.ts";
import styles from "./CaptionEditor.module.css";

/** How long a new line stands until it is ended by hand. */
const firstLengthMs = 2_000;

/** Writes a clip's captions line by line while it plays, or takes them from a WebVTT file. */
export function CaptionEditor(props: {
  /** WebVTT; empty: none. */
  readonly captions: string;
  readonly onChange: (captions: string) => void;
  /** Where the clip stands now, counted from its start. */
  readonly positionMs: () => number;
  readonly durationMs: number;
}) {
  const { captions, onChange, positionMs, durationMs } = props;
  const [words, setWords] = useState("");
  const [lineRefusal, setLineRefusal] = useState("");
  const [refusal, setRefusal] = useState("");
  const read = readCaptions(captions);
  const cues = read.ok ? read.value : [];
  const [lastStartMs, setLastStartMs] = useState<number | null>(null);

  function add() {
    const startMs = Math.min(positionMs(), durationMs - 1);
    const cue = { startMs, endMs: Math.min(durationMs, startMs + firstLengthMs), text: words };
    if (!write([...cues, cue])) return;
    setLastStartMs(Math.round(startMs));
    setWords("");
    setLineRefusal("");
    announce(text("captions.added"));
  }

  /** Hands the lines over; says so and answers false where they are too long for a clip. */
  function write(next: readonly CaptionCue[]): boolean {
    const written = writeCaptions(next);
    const isFit = written.length <= captionsLimit;
    setRefusal(isFit ? "" : text("captions.refused.captions-too-long"));
    if (isFit) onChange(written);
    return isFit;
  }

  function endLast() {
    const n = cues.findIndex((cue) => cue.startMs === lastStartMs);
    const cue = cues[n];
    if (cue !== undefined) setLineRefusal(change(n, { ...cue, endMs: positionMs() }));
  }

  function change(n: number, cue: CaptionCue): string {
    if (cue.endMs <= cue.startMs) return text("captions.endsTooSoon");
    return write(cues.with(n, cue)) ? "" : text("captions.refused.captions-too-long");
  }

  async function takeFile(file: File | null) {
    if (file === null) return;
    const taken = readCaptions(await file.text());
    if (taken.ok) write(taken.value);
    else setRefusal(text(`captions.refused.${taken.reason}`));
  }

  return (
    <div className={styles["editor"]}>
      <TextField
        label={text("captions.line")}
        hint={text("captions.lineHint")}
        rows={2}
        maxLength={200}
        value={words}
        onChange={setWords}
        error={lineRefusal}
      />
      <div className={styles["buttons"]}>
        <Button isDisabled={words.trim() === ""} onPress={add}>
          {text("captions.start")}
        </Button>
        <Button isDisabled={lastStartMs === null} onPress={endLast}>
          {text("captions.end")}
        </Button>
      </div>
      <ol className={styles["rows"]}>
        {cues.map((cue, n) => (
          <CueRow
            key={n}
            cue={cue}
            number={n + 1}
            onChange={(changed) => change(n, changed)}
            onRemove={() => write(cues.toSpliced(n, 1))}
          />
        ))}
      </ol>
      <FileField
        label={text("captions.file")}
        hint={text("captions.fileHint")}
        choose={text("captions.choose")}
        accept=".vtt,text/vtt"
        file={null}
        onChange={(file) => void takeFile(file)}
        error={refusal}
      />
    </div>
  );
}

function CueRow(props: {
  readonly cue: CaptionCue;
  readonly number: number;
  readonly onChange: (cue: CaptionCue) => string;
  readonly onRemove: () => void;
}) {
  const { cue, number, onChange, onRemove } = props;
  const typed = (place: string, take: (placeMs: number) => string) => {
    const placeMs = readPlaceMs(place);
    return placeMs === null ? text("captions.notAPlace") : take(placeMs);
  };
  return (
    <li className={styles["row"]}>
      <TypedField
        label={text("captions.from", { number })}
        written={writePlaceMs(cue.startMs)}
        isDisabled={false}
        onTyped={(place) => typed(place, (startMs) => onChange({ ...cue, startMs }))}
      />
      <TypedField
        label={text("captions.to", { number })}
        written={writePlaceMs(cue.endMs)}
        isDisabled={false}
        onTyped={(place) => typed(place, (endMs) => onChange({ ...cue, endMs }))}
      />
      <IconButton label={text("captions.remove", { number })} onPress={onRemove}>
        <Trash2 size={20} />
      </IconButton>
      <div className={styles["words"]}>
        <TypedField
          label={text("captions.words", { number })}
          written={cue.text}
          isDisabled={false}
          inputMode="text"
          onTyped={(said) =>
            said.trim() === "" ? text("captions.noWords") : onChange({ ...cue, text: said })
          }
        />
      </div>
    </li>
  );
}
