import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PersonPermissions } from "#client/features/journey/PersonPermissions.tsx";
import { personLinkIdSchema } from "#shared/domain/ids.ts";
import { personSchema, purposeSchema } from "#shared/domain/people.ts";
import type { PermissionStatus, Purpose, Relation } from "#shared/domain/people.ts";
import type { PersonLink } from "#shared/protocol/people-routes.ts";
import { newId } from "#tests/helpers/build-records.ts";

const dayAtMs = new Date("2026-03-03T12:00").getTime();
const personId = newId.person();

function show(
  relation: Relation,
  said: Partial<Record<Purpose, PermissionStatus>> = {},
  links: PersonLink[] = [],
): string {
  const statuses = purposeSchema.options.map((purpose) => [purpose, said[purpose] ?? "notAsked"]);
  const person = personSchema.parse({
    personId,
    name: "Ada",
    relation,
    permissions: Object.fromEntries(statuses) as unknown,
    decidedAtMs: Object.fromEntries(Object.keys(said).map((purpose) => [purpose, dayAtMs])),
  });
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <PersonPermissions person={person} links={links} />
    </QueryClientProvider>,
  );
}

it("[JN20] asks for all seven purposes, each on its own, with nothing chosen beforehand", () => {
  const page = show("child");

  expect(page.match(/<select/g)).toHaveLength(7);
  expect(page.match(/<option value="notAsked" selected="">/g)).toHaveLength(7);
  expect(page).toContain("The parent or carer decides for Ada.");
  expect(page).not.toContain("Since");
});

it("[JN20] says what was decided when, and what was taken back and when", () => {
  const page = show("child", { film: "withdrawn", sharedReview: "given" });

  expect(page.match(/Since 3 March 2026/g)).toHaveLength(2);
  expect(page).toContain("Taken back: film, on 3 March 2026");
  expect(page).not.toContain("Not agreed yet");
});

it("[JN20] says of a member of staff that taking part is a choice, apart from appraisal", () => {
  expect(show("practitioner")).toContain("It has nothing to do with appraisal");
});

it("[JN23] has links for everybody but the child, and an end for each that is open", () => {
  const link = (isClosed: boolean): PersonLink => ({
    linkId: personLinkIdSchema.parse(newId.person()),
    personId,
    closesAtMs: dayAtMs,
    isClosed,
  });

  const page = show("parentCarer", {}, [link(false), link(true)]);

  expect(page).toContain('aria-label="End the link of Ada that is open until 3 March 2026"');
  expect(page.match(/End the link/g)).toHaveLength(1);
  expect(page).toContain('aria-label="Make a link for Ada"');
  expect(page).not.toContain("<select");
  expect(show("child")).not.toContain("Make a link");
});
