import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AgendaSteps } from "#client/features/agenda/Agenda.tsx";
import { agendaOf, agendaSteps } from "#shared/domain/agenda.ts";

const kinds = ["focus", "review", "last"] as const;

it("[JN40] every step has a name and one plain sentence, and the present one is marked", () => {
  for (const kind of kinds) {
    const page = renderToStaticMarkup(
      <AgendaSteps steps={agendaOf(kind, 2)} now="welcome" besides={{}} onGo={() => undefined} />,
    );

    expect(page.match(/<li/g)).toHaveLength(agendaSteps[kind].length);
    expect(page.match(/aria-current="step"/g)).toHaveLength(1);
    expect(page).toContain('aria-label="We are here: Welcome"');
    expect(page).not.toContain("agenda.step");
  }
});

it("[JN40] whoever only watches says nothing of it", () => {
  const page = renderToStaticMarkup(
    <AgendaSteps steps={agendaOf("review", 1)} now={null} besides={{}} onGo={null} />,
  );

  expect(page.match(/disabled=""/g)).toHaveLength(agendaOf("review", 1).length);
});
