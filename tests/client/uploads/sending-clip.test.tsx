import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SendingClip } from "#client/features/journey/SendingClip.tsx";
import { stateWords } from "#client/features/studio/drafts/draft-words.ts";
import { buildDraft } from "#tests/helpers/build-draft.ts";
import { newId } from "#tests/helpers/build-records.ts";

const show = (sent: number, isWaiting: boolean) =>
  renderToStaticMarkup(
    <SendingClip title="Reaching out" sent={sent} isWaiting={isWaiting} onStop={() => undefined} />,
  );

it("[CP56] a clip that waits for the line says so in the same words wherever it goes up from", () => {
  const draft = buildDraft(newId.clip(), {});
  const inStudio = stateWords(draft, { kind: "going-up", fraction: 0.387, isWaiting: true });

  expect(inStudio).toBe("Waiting for the line, 38 % is up");
  expect(show(0.387, true)).toContain(`<output>${inStudio}</output>`);
  expect(show(0.387, false)).toContain("<output>Sending the clip</output>");
  expect(show(1, false)).toContain("<output>Looking through the file</output>");
});
