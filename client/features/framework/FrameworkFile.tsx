import { useId, useState } from "react";
import { saveFile } from "#client/lib/save-file.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { FileField } from "#client/ui/FileField.tsx";
import { readFrameworkFile, writeFrameworkFile } from "#shared/board/framework-file.ts";
import type { FrameworkFileRefusal } from "#shared/board/framework-file.ts";
import type { Families } from "#shared/board/framework.ts";
import styles from "./Framework.module.css";

const fileName = "attunement-words.json";
/** More than the largest file of ours; a film chosen by accident is not read into memory. */
const largestBytes = 256 * 1024;

const jsonFile = (content: string) => new Blob([content], { type: "application/json" });

interface FrameworkFileProps {
  readonly families: Families;
  /** The words of a whole file: shown first, and kept only when saved. */
  readonly onRead: (families: Families) => void;
}

/** The words as a file, to hand on or to take over. A file that is not whole changes nothing. */
export function FrameworkFile({ families, onRead }: FrameworkFileProps) {
  const [file, setFile] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<FrameworkFileRefusal | "too-large" | null>(null);
  const id = useId();

  async function handleFile(chosen: File | null) {
    setFile(chosen);
    setRefusal(null);
    if (chosen === null) return;
    if (chosen.size > largestBytes) return setRefusal("too-large");
    const read = readFrameworkFile(await chosen.text());
    if (read.ok) onRead(read.value);
    else setRefusal(read.reason);
  }

  return (
    <section className={styles["file"]} aria-labelledby={id}>
      <h2 id={id}>{text("framework.file")}</h2>
      <div>
        <Button onPress={() => saveFile(fileName, jsonFile(writeFrameworkFile(families)))}>
          {text("framework.export")}
        </Button>
      </div>
      <FileField
        label={text("framework.import")}
        hint={text("framework.importHint")}
        choose={text("framework.choose")}
        accept="application/json,.json"
        file={file}
        onChange={(chosen) => void handleFile(chosen)}
        error={refusal === null ? "" : text(`framework.refused.${refusal}`)}
      />
    </section>
  );
}
