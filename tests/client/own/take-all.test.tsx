import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { TakeAll } from "#client/features/own/TakeAll.tsx";
import { fetchAllOwn } from "#client/features/own/own-file.ts";
import { ownTellers } from "#client/pages/own-tellers.ts";

afterEach(() => vi.unstubAllGlobals());

/** A server that answers each of these paths, and refuses every other one. */
function stubServer(answers: Readonly<Record<string, unknown>>) {
  const fetched = vi.fn<(path: string) => Promise<Response>>((path) => {
    const answer = answers[path.split("/").at(-1) ?? ""];
    const body = answer ?? { reason: "journey-ended" };
    return Promise.resolve(Response.json(body, { status: answer === undefined ? 409 : 200 }));
  });
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

const held = {
  name: "Callum",
  relation: "practitioner",
  people: [],
  seenBy: [],
  countsPauses: false,
  deletesOn: null,
  clipsKeptDays: 60,
  wordsKeptMonths: 12,
  safeguardingContact: "",
};
const summary = { childAs: "pupil", intro: "", lines: [], closing: "" };
const answers = {
  cycles: [],
  "check-ins": [],
  reports: [],
  held,
  summary: { practitionerName: "Callum", proposed: [], links: [], summary },
};

it("[JN36] offers all of it to read and as data, and says that no clip is in it before anything is asked", () => {
  const fetched = stubServer({});
  const html = renderToStaticMarkup(<TakeAll journeyId="j" tellers={ownTellers} />);

  expect(html).toContain("To read (text)");
  expect(html).toContain("As data (JSON)");
  expect(html).toContain("there is no clip in it");
  expect(fetched).not.toHaveBeenCalled();
});

it("[JN36] all is fetched from the practitioner's own addresses, and from nowhere else", async () => {
  const fetched = stubServer(answers);

  const all = await fetchAllOwn("journey");

  expect(all).toEqual({
    ok: true,
    value: { cycles: [], checkIns: [], reports: [], strengths: summary, held },
  });
  expect(fetched.mock.calls.every(([path]) => path.startsWith("/api/journeys/journey/own/"))).toBe(
    true,
  );
});

it.each(Object.keys(answers))(
  "[JN36] nothing half is taken away when %s cannot be read",
  async (missing) => {
    const rest = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== missing));
    stubServer(rest);

    expect(await fetchAllOwn("journey")).toMatchObject({ ok: false, reason: "journey-ended" });
  },
);
