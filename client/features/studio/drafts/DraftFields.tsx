import type { ReactNode } from "react";
import { modalityChoices } from "#client/lib/modality-words.ts";
import { text } from "#client/lib/text.ts";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { CoversEditor } from "#client/features/studio/covers/CoversEditor.tsx";
import { SilencesEditor } from "#client/features/studio/silences/SilencesEditor.tsx";
import { withDraft } from "#client/features/studio/studio.ts";
import { useStudio } from "#client/features/studio/use-studio.ts";
import { inShotOf } from "#shared/studio/drafts.ts";
import type { DraftClip } from "#shared/studio/studio-film.ts";
import { Folded } from "./Folded.tsx";
import styles from "./Drafts.module.css";
import { PeopleTicks } from "./PeopleTicks.tsx";
import { TextMarks } from "./TextMarks.tsx";

/** What an editor of captions is given; places are counted from the clip's start. */
export interface CaptionsProps {
  /** WebVTT; empty: none. */
  readonly captions: string;
  readonly onChange: (captions: string) => void;
  readonly positionMs: () => number;
  readonly durationMs: number;
}

/** The words of a clip in the making; the three that matter most stand open. */
export function DraftFields(props: {
  readonly draft: DraftClip;
  readonly captions: (props: CaptionsProps) => ReactNode;
}) {
  const { draft } = props;
  const { document, journey, playhead } = useStudio();
  const child = journey.childName;
  const { startMs, endMs } = draft.plan.stretch;
  const { captions, description, marks, plan } = draft;
  const hasHelp = captions !== "" && description !== "";

  const say = (said: Partial<Omit<DraftClip, "plan" | "cut">>) =>
    document.edit((film) => withDraft(film, draft.draftId, (now) => ({ ...now, ...said })));

  return (
    <>
      <TextField
        label={text("drafts.name")}
        hint={text("drafts.nameHint")}
        maxLength={80}
        value={draft.title}
        onChange={(title) => say({ title })}
      />
      <TextField
        label={text("drafts.initiative", { child })}
        hint={text("drafts.initiativeHint")}
        maxLength={200}
        value={draft.initiative}
        onChange={(initiative) => say({ initiative })}
      />
      <SelectField
        label={text("modality.label")}
        value={draft.modality ?? ""}
        options={modalityChoices()}
        onChange={(modality) => say({ modality: modality === "" ? null : modality })}
      />
      <TextField
        label={text("drafts.why")}
        hint={text("drafts.whyHint", { child })}
        rows={2}
        maxLength={400}
        value={draft.why}
        onChange={(why) => say({ why })}
      />
      <Folded title={text("drafts.people")} state={inShotWords(draft, journey.people)}>
        <PeopleTicks
          people={journey.people}
          chosen={draft.peopleInShot}
          onChange={(peopleInShot) => say({ peopleInShot })}
        />
      </Folded>
      <Folded
        title={text("covers.title")}
        state={text("covers.state", { count: plan.covers.length })}
      >
        <CoversEditor />
      </Folded>
      <Folded
        title={text("silences.title")}
        state={text("silences.state", { count: plan.silences.length })}
      >
        <SilencesEditor />
      </Folded>
      <Folded
        title={text("drafts.description")}
        state={description === "" ? text("drafts.notYet") : ""}
      >
        <TextField
          label={text("drafts.description")}
          hint={text("drafts.descriptionHint")}
          rows={3}
          maxLength={1_000}
          value={description}
          onChange={(said) => say({ description: said })}
        />
      </Folded>
      <Folded
        title={text("drafts.captions")}
        state={text(captions === "" ? "drafts.notYet" : "drafts.captionsWritten")}
      >
        {props.captions({
          captions,
          onChange: (written) => say({ captions: written }),
          positionMs: () => Math.min(Math.max(0, playhead.placeMs() - startMs), endMs - startMs),
          durationMs: endMs - startMs,
        })}
      </Folded>
      <Folded
        title={text("drafts.marks")}
        state={
          marks.length === 0
            ? text("drafts.notYet")
            : text("drafts.marksCount", { count: marks.length })
        }
      >
        <TextMarks
          marks={marks}
          stretch={plan.stretch}
          onChange={(changed) => say({ marks: changed })}
        />
      </Folded>
      {!hasHelp && <p className={styles["quiet"]}>{text("drafts.kindHint")}</p>}
    </>
  );
}

function inShotWords(draft: DraftClip, people: Parameters<typeof inShotOf>[1]): string {
  const names = inShotOf(draft, people).map(({ name }) => name);
  return names.length === 0 ? text("drafts.peopleNone") : names.join(", ");
}
