import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { HeldPermissions } from "#client/features/held/HeldPermissions.tsx";
import { HeldSections } from "#client/features/held/HeldSections.tsx";
import { purposeSchema } from "#shared/domain/people.ts";
import { heldSchema } from "#shared/protocol/held-routes.ts";
import { newId } from "#tests/helpers/build-records.ts";

const dayAtMs = new Date("2026-03-03T12:00").getTime();
const held = heldSchema.parse({
  name: "Callum",
  relation: "practitioner",
  people: [
    {
      personId: newId.person(),
      name: "Callum",
      relation: "practitioner",
      permissions: Object.fromEntries(
        purposeSchema.options.map((one) => [one, one === "film" ? "given" : "notAsked"]),
      ),
      decidedAtMs: { film: dayAtMs },
      clips: 1,
      pictures: 0,
      words: ["checkIns"],
    },
  ],
  seenBy: [{ role: "guider", name: "Nadia" }],
  countsPauses: false,
  deletesOn: null,
  clipsKeptDays: 60,
  wordsKeptMonths: 12,
  safeguardingContact: "",
});

it("[JN34] the own place says until when once, where it says how it ends; here only whom to ask for sooner", () => {
  const own = renderToStaticMarkup(<HeldSections held={held} isEndElsewhere />);
  const page = renderToStaticMarkup(<HeldSections held={held} />);

  expect(own).not.toContain("Until when");
  expect(own).not.toContain("60 days");
  expect(own).toContain("You can ask Nadia to delete something sooner.");
  expect(page).toContain("Until when");
  expect(page).toContain("60 days");
});

it("[JN35] only what was agreed to can be taken back, and each button names its permission", () => {
  const [person] = held.people;
  if (person === undefined) throw new Error("built with one");
  const html = renderToStaticMarkup(
    <HeldPermissions person={person} isOwn onWithdraw={() => Promise.resolve(null)} />,
  );

  expect(html.match(/<button/g)).toHaveLength(1);
  expect(html).toContain('aria-label="Take it back: Being filmed in an ordinary activity"');
  expect(html).toContain("You agreed, 3 March 2026");
});
