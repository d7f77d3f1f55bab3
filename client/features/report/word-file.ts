import { text } from "#client/lib/text.ts";
import type { Report } from "#shared/report/report.ts";
import { reportHead, reportParts } from "./report-parts.ts";
import type { ReportBlock, ReportPart } from "./report-parts.ts";

/** A picture of a moment, as a PNG with its size in pixels. */
export interface WordPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** At most so wide on the page, in pixels of a 96th of an inch. */
const pictureWidthPx = 240;

/** A report as a Word file (docx): headings, real lists, a language, and no author's name in it. */
export async function wordFile(
  report: Report,
  pictures: ReadonlyMap<string, WordPicture> = new Map(),
): Promise<Blob> {
  // Half a megabyte that most pages never need.
  const docx = await import("docx");
  const { Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } = docx;
  const { title, sub } = reportHead(report);

  const heading = (words: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({ heading: level, keepNext: true, children: runsOf(words) });

  /** Words with the line breaks people made, as heavy as the paragraph's style unless told otherwise. */
  const runsOf = (words: string, style: { readonly bold?: true } = {}) =>
    words
      .split("\n")
      .map((line, n) => new TextRun({ text: line, ...style, ...(n > 0 ? { break: 1 } : {}) }));

  const pictureOf = ({ still }: ReportBlock) => {
    const picture = still === null ? undefined : pictures.get(still.observationId);
    if (still === null || picture === undefined) return [];
    const { bytes, width, height } = picture;
    const shown = { width: pictureWidthPx, height: Math.round((pictureWidthPx * height) / width) };
    const altText = { name: still.words, title: still.words, description: still.words };
    const image = new ImageRun({ type: "png", data: bytes, transformation: shown, altText });
    return [new Paragraph({ keepNext: true, children: [image] })];
  };

  const blockOf = (block: ReportBlock, { look }: ReportPart) => [
    ...(block.title === ""
      ? []
      : [
          look === "numbered"
            ? new Paragraph({
                numbering: { reference: "aims", level: 0 },
                children: runsOf(block.title),
              })
            : heading(block.title, HeadingLevel.HEADING_2),
        ]),
    ...pictureOf(block),
    ...block.lines.map(
      ({ question, words }) =>
        new Paragraph({
          ...(look === "numbered" ? { indent: { left: 560 } } : {}),
          children: [
            ...(question === "" ? [] : runsOf(`${question}: `, { bold: true })),
            ...runsOf(words),
          ],
        }),
    ),
  ];

  const document = new Document({
    title: text("report.title"),
    creator: text("common.product"),
    lastModifiedBy: text("common.product"),
    description: "",
    styles: {
      default: {
        document: {
          run: { font: "Calibri", size: 23, language: { value: "en-GB" } },
          paragraph: { spacing: { after: 120, line: 276 } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 40 } } },
        heading1: {
          run: { size: 29, bold: true },
          paragraph: { spacing: { before: 300, after: 80 } },
        },
        heading2: {
          run: { size: 24, bold: true },
          paragraph: { spacing: { before: 160, after: 60 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: "aims",
          levels: [{ level: 0, format: "decimal", text: "%1.", alignment: "left" }],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } }, // A4 in twentieths of a point
        children: [
          heading(title, HeadingLevel.TITLE),
          new Paragraph({ children: runsOf(sub) }),
          ...reportParts(report).flatMap((part) => [
            heading(part.heading, HeadingLevel.HEADING_1),
            ...part.blocks.flatMap((block) => blockOf(block, part)),
          ]),
          new Paragraph({
            spacing: { before: 400 },
            children: runsOf(text(report.isSigned ? "report.signed" : "report.unsigned")),
          }),
        ],
      },
    ],
  });
  return await Packer.toBlob(document);
}
