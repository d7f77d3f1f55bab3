import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { HeldView } from "#client/features/held/HeldView.tsx";
import { text } from "#client/lib/text.ts";
import { purposeSchema } from "#shared/domain/people.ts";
import type { PermissionStatus, Purpose } from "#shared/domain/people.ts";
import { heldSchema } from "#shared/protocol/held-routes.ts";
import type { Held } from "#shared/protocol/held-routes.ts";
import { newId } from "#tests/helpers/build-records.ts";

const dayAtMs = new Date("2026-03-03T12:00").getTime();

function buildHeld(
  said: Partial<Record<Purpose, PermissionStatus>> = {},
  changes: { name?: string; words?: string[] } & Partial<
    Pick<Held, "relation" | "deletesOn" | "countsPauses" | "safeguardingContact">
  > = {},
): Held {
  const { name = "Ada", words = ["clipWords"], ...rest } = changes;
  const statuses = purposeSchema.options.map((purpose) => [purpose, said[purpose] ?? "notAsked"]);
  return heldSchema.parse({
    name: "Mia",
    relation: "parentCarer",
    people: [
      {
        personId: newId.person(),
        name,
        relation: "child",
        permissions: Object.fromEntries(statuses) as unknown,
        decidedAtMs: Object.fromEntries(Object.keys(said).map((purpose) => [purpose, dayAtMs])),
        clips: 2,
        pictures: 1,
        words,
      },
    ],
    seenBy: [
      { role: "guider", name: "Nadia" },
      { role: "practitioner", name: "Callum" },
    ],
    countsPauses: false,
    deletesOn: null,
    clipsKeptDays: 60,
    wordsKeptMonths: 12,
    safeguardingContact: "",
    ...rest,
  });
}

const show = (held: Held) =>
  renderToStaticMarkup(
    <HeldView held={held} closesAtMs={dayAtMs} onWithdraw={() => Promise.resolve(null)} />,
  );

describe("the plain-words page", () => {
  it("[JN98] says whom to turn to with a worry, where the organisation has said", () => {
    const safeguardingContact = "Priya Shah, extension 204";

    expect(show(buildHeld({}, { safeguardingContact }))).toContain(safeguardingContact);
    expect(show(buildHeld({}))).not.toContain("If something worries you");
  });

  it("[JN48] says in a line that pauses are counted, and who alone sees it, where that is switched on", () => {
    const line = "it is counted how often each of you two pauses. Only Nadia sees it";

    expect(show(buildHeld({}, { relation: "practitioner", countsPauses: true }))).toContain(line);
    expect(show(buildHeld({}, { relation: "practitioner" }))).not.toContain("counted");
  });

  it("[JN24] says what is kept, who can see it and until when, before a journey's end by the rule", () => {
    const page = show(buildHeld());

    expect(page).toContain("2 short film clips.");
    expect(page).toContain("1 still picture out of a clip.");
    expect(page).toContain("A short description of each clip.");
    expect(page).toContain("Nadia, who guides the reviews");
    expect(page).toContain("at the latest 60 days after the last shared review");
    expect(page).toContain("at the latest 12 months after the end of the work together");
  });

  it("[JN24] says the very day once the journey has ended", () => {
    const page = show(buildHeld({}, { deletesOn: "2096-04-20" }));

    expect(page).toContain("deleted by the end of 20 April 2096");
    expect(page).not.toContain("60 days");
  });

  it("[JN25] shows each purpose with its day, and offers to take back what was agreed to and nothing else", () => {
    const page = show(buildHeld({ film: "given", training: "refused", showcase: "withdrawn" }));

    expect(page).toContain("You agreed, 3 March 2026");
    expect(page).toContain("You said no, 3 March 2026");
    expect(page).toContain("You took it back, 3 March 2026");
    expect(page.match(/Not asked/g)).toHaveLength(4);
    expect(page.match(/aria-label="Take it back: [^"]+"/g)).toEqual([
      'aria-label="Take it back: Being filmed in an ordinary activity"',
    ]);
  });

  it("[JN24] speaks to the practitioner of themselves", () => {
    const page = show(
      buildHeld({}, { name: "Callum", relation: "practitioner", words: ["notes", "checkIns"] }),
    );

    expect(page).toContain("You, in a shared review");
    expect(page).toContain("Your own notes. Only you can open them.");
    expect(page).not.toContain("of Callum");
  });

  it.each(["javascript:alert(1)", '"><img src=x onerror=alert(1)>', "{{7*7}}", "&lt;b&gt;"])(
    "[JN24] shows a name as it is typed and makes no element of it: %s",
    (name) => {
      const held = buildHeld();
      const people = held.people.map((person) => ({ ...person, name }));
      const elementsIn = (page: string) => page.match(/<[a-z]/g)?.length;

      const page = show({ ...held, people });

      expect(elementsIn(page)).toBe(elementsIn(show(held)));
      expect(page).toContain(renderToStaticMarkup(<>{text("held.keptOf", { name })}</>));
    },
  );
});
