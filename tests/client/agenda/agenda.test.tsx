import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { AgendaSteps } from "#client/features/agenda/Agenda.tsx";
import { placeOfStep } from "#client/features/agenda/step-places.ts";
import { createRoomPlaces } from "#client/lib/room-places.ts";
import { agendaOf, agendaSteps } from "#shared/domain/agenda.ts";

const kinds = ["focus", "review", "last"] as const;

it("[JN40] every step has a name and one plain sentence, and the present one is marked", () => {
  for (const kind of kinds) {
    const page = renderToStaticMarkup(
      <AgendaSteps
        steps={agendaOf(kind, 2)}
        now="welcome"
        myRole="guider"
        besides={{}}
        onBring={() => undefined}
        onGo={() => undefined}
      />,
    );

    expect(page.match(/<li/g)).toHaveLength(agendaSteps[kind].length);
    expect(page.match(/aria-current="step"/g)).toHaveLength(1);
    expect(page).toContain('aria-label="We are here: Welcome"');
    expect(page).not.toContain("agenda.step");
  }
});

it("[JN40] whoever only watches says nothing of it", () => {
  const page = renderToStaticMarkup(
    <AgendaSteps
      steps={agendaOf("review", 1)}
      now={null}
      myRole="supervisor"
      besides={{}}
      onBring={() => undefined}
      onGo={null}
    />,
  );

  expect(page.match(/disabled=""/g)).toHaveLength(agendaOf("review", 1).length);
});

it("[JN84] each step that has a place in the room leads its reader there, and the guider alone to the finish", () => {
  const led = (kind: (typeof kinds)[number], role: "guider" | "practitioner") =>
    agendaOf(kind, 2).flatMap((step) => placeOfStep(step, role) ?? []);

  expect(led("focus", "practitioner")).toEqual(["question", "question"]);
  expect(led("review", "practitioner")).toEqual([
    "lastAims",
    "question",
    "clips",
    "allMoments",
    "aims",
    "question",
  ]);
  expect(led("last", "practitioner")).toEqual(["lastAims", "clips", "allMoments", "question"]);
  expect(led("last", "guider").at(-1)).toBe("finish");
  const page = renderToStaticMarkup(
    <AgendaSteps
      steps={agendaOf("review", 2)}
      now={null}
      myRole="practitioner"
      besides={{}}
      onBring={() => undefined}
      onGo={() => undefined}
    />,
  );
  expect(page.match(/aria-label="Bring me there: /g)).toHaveLength(6);
});

it("[JN84] a place is reached while it is shown, by the way of whichever part shows it last", () => {
  const places = createRoomPlaces();
  const [old, now] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const takeBackOld = places.offer("aims", old);
  const takeBackNow = places.offer("aims", now);

  takeBackOld(); // it goes after the other has come, as React has it
  places.bringTo("aims");
  takeBackNow();
  places.bringTo("aims");
  places.bringTo("clips");

  expect(now).toHaveBeenCalledOnce();
  expect(old).not.toHaveBeenCalled();
});
