import { describe, expect, it } from "vitest";
import { elanFiles } from "#client/features/report/elan-files.ts";
import { reportHead, reportParts, reportRows } from "#client/features/report/report-parts.ts";
import { wordFile } from "#client/features/report/word-file.ts";
import { buildReport } from "#shared/report/build-report.ts";
import { writeCsv } from "#shared/report/csv.ts";
import { shownReport } from "#shared/report/shown-report.ts";
import { newId } from "#tests/helpers/build-records.ts";
import {
  buildAim,
  buildBoard,
  buildJourney,
  buildMoment,
  buildReportFacts,
  noChoices,
} from "#tests/helpers/build-report.ts";
import { readZip } from "#tests/helpers/read-zip.ts";

const clipId = newId.clip();
const moment = buildMoment(
  { initiative: "Zara looks & <waits>", followedBy: "She laughed.\nSo did I." },
  {
    anchor: { clipId, clipRev: "a".repeat(64), frame: 1 },
    principleIds: ["receiving", "receiving.own-words"],
  },
);
const facts = buildReportFacts({
  board: buildBoard({ observations: [moment], aims: [buildAim("=Wait", "at snack")] }),
  journey: buildJourney({
    goals: [
      {
        goalId: newId.goal(),
        text: "to wait",
        baseline: 4,
        hopedFor: null,
        outcome: "",
        ratings: [{ cycleNumber: 1, value: 5 }],
      },
    ],
  }),
  clips: [{ clipId, title: "Puppets", framesMs: [0, 12_000] }],
  review: { startsAtMs: Date.UTC(2026, 10, 23, 12), nextOn: "2026-12-06", nextWhat: "Snack" },
  stills: new Set([moment.observationId]),
});
const words = { ...noChoices, guiderWords: "Thank you, Callum." };
const report = buildReport(facts, words);

describe("a report in the words of the screen", () => {
  it("[JN60] leaves out every part nobody wrote, wellbeing above all", () => {
    expect(reportParts(report).map(({ heading }) => heading)).toEqual([
      "Helping question",
      "Goals",
      "What we saw",
      "Callum will do more of",
      "Our words",
      "What comes next",
    ]);
    expect(reportHead(report).title).toBe("Callum and Zara");
  });

  it("[JN60] says in words where a goal stands, and where in the clip a moment is", () => {
    const [, goals, moments] = reportParts(report);

    expect(goals?.blocks[0]?.lines).toEqual([
      { question: "On a line from 0 to 10", words: "4 at the start · 5 after cycle 1" },
    ]);
    expect(moments?.blocks[0]).toMatchObject({ title: "Puppets, 0:12", still: null });
  });
});

it("[A21] [JN63] a table of it has every word, and none of them is a formula", () => {
  const rows = reportRows(report);

  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([4]));
  expect(rows).toContainEqual(["Callum will do more of", "=Wait", "", "at snack"]);
  expect(writeCsv(rows)).toContain(",'=Wait,");
});

describe("a Word file of it", () => {
  const open = async (blob: Blob) => readZip(new Uint8Array(await blob.arrayBuffer()));
  const bytes = new Uint8Array([137, 80, 78, 71]); // Word is not asked to draw it

  it("[A21] [JN63] has headings, a real list, a language, every word, and nobody's name as its author", async () => {
    const files = await open(await wordFile(report));
    const document = files.get("word/document.xml")?.toString() ?? "";

    expect(document).toContain("Zara looks &amp; &lt;waits&gt;");
    expect(document.match(/w:val="Heading1"/g)).toHaveLength(reportParts(report).length);
    expect(document).toContain("<w:numPr>");
    expect(document).toContain("<w:br/>");
    expect(files.get("word/styles.xml")?.toString()).toContain('w:val="en-GB"');
    expect(files.get("docProps/core.xml")?.toString()).not.toMatch(/Zara|Callum|Nadia/);
    expect([...files.keys()].filter((name) => name.includes("media"))).toEqual([]);
  });

  it("[A21] [JN63] has the pictures of moments only where they were switched on, and never video", async () => {
    const pictures = new Map([[moment.observationId, { bytes, width: 640, height: 360 }]]);
    const withStills = buildReport(facts, { ...words, withStills: true });
    const namesOf = async (blob: Blob) =>
      [...(await open(blob)).keys()].filter((name) => name.startsWith("word/media/"));

    expect(await namesOf(await wordFile(report, pictures))).toEqual([]);
    expect(await namesOf(await wordFile(withStills, pictures))).toEqual([
      expect.stringMatching(/\.png$/),
    ]);
  });

  it("[A21] [JN63] has initials in every file of it where they were chosen", async () => {
    const initials = shownReport({ ...report, usesInitials: true }, []);

    const files = await open(await wordFile(initials));

    const everything = [...files.values()].join("\n") + writeCsv(reportRows(initials));
    expect(everything).not.toMatch(/Zara|Callum|Nadia/);
    expect(everything).toContain("Z. looks");
  });
});

it("[A21] [JN64] has a file for ELAN for each clip with moments, a tier for each question that was answered", () => {
  const files = elanFiles(report, 0);

  expect(files).toHaveLength(1);
  expect([...(files[0] ?? "").matchAll(/TIER_ID="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    "What was seen",
    "What went well",
    "An example of",
  ]);
  expect(files[0]).toContain('TIME_VALUE="12000"');
  expect(elanFiles(buildReport({ ...facts, clips: [] }, words), 0)).toEqual([]);
});
