import { Fragment } from "react";
import type { CSSProperties } from "react";
import type { BoardPerson } from "./board-room.ts";
import type { PlacedCaret } from "./caret-places.ts";
import styles from "./SharedTextArea.module.css";

interface FieldMirrorProps {
  readonly words: string;
  readonly carets: readonly PlacedCaret[];
  readonly people: readonly BoardPerson[];
}

/**
 * The field's words once more, unseen, in the same place and type: they make the field as high as its
 * words, and the others' carets stand between them.
 */
export function FieldMirror({ words, carets, people }: FieldMirrorProps) {
  const starts = [0, ...carets.map(({ index }) => Math.min(index, words.length))];
  return (
    <div className={styles["mirror"]} aria-hidden="true">
      {starts.map((start, n) => {
        const caret = carets[n];
        return (
          <Fragment key={caret?.clientId ?? "end"}>
            {words.slice(start, starts[n + 1])}
            {caret !== undefined && (
              <RemoteCaretMark
                name={caret.name}
                colour={people.find((one) => one.participantId === caret.participantId)?.colour}
                isAtLineEnd={caret.index >= words.length || words[caret.index] === "\n"}
              />
            )}
          </Fragment>
        );
      })}
      {"\u200b"}
    </div>
  );
}

interface MarkProps {
  readonly name: string;
  readonly colour: number | undefined;
  readonly isAtLineEnd: boolean;
}

function RemoteCaretMark({ name, colour = 0, isAtLineEnd }: MarkProps) {
  const presence = { "--presence": `var(--presence-${colour})` } as CSSProperties; // a custom property
  return (
    <span className={styles["caret"]} style={presence} data-caret={name}>
      <span className={isAtLineEnd ? styles["flagBeside"] : styles["flagAbove"]}>{name}</span>
    </span>
  );
}
