import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readPng } from "#server/stills/png-picture.ts";
import { stillLimits } from "#shared/protocol/still-routes.ts";
import { buildPng, openPng, pngChunk, pngFile, pngHeader, pngRows } from "#tests/helpers/png.ts";

const end = pngChunk("IEND");
const rowsOf = (width: number, height: number) => deflateSync(pngRows(width, height));
const data = (width = 4, height = 3) => pngChunk("IDAT", rowsOf(width, height));
const secret = "Ada at home, 12 High Street";

describe("a picture that comes in as PNG", () => {
  it("[BD40] is taken with its rows to the last bit, however they are packed", async () => {
    const rows = pngRows(30, 20, 77, 4);
    const packed = deflateSync(rows, { level: 1 });
    const halves = [packed.subarray(0, 9), packed.subarray(9)].map((half) =>
      pngChunk("IDAT", half),
    );

    const picture = await readPng(pngFile(pngHeader(30, 20, { colourType: 6 }), ...halves, end));

    expect(picture).toMatchObject({ width: 30, height: 20 });
    expect(openPng(picture?.png ?? buildPng()).rows.equals(rows)).toBe(true);
  });

  it("[BD40] leaves behind what a picture can do without: texts, colour tables, whatever else it carried", async () => {
    const texts = ["sRGB", "gAMA", "tEXt", "iTXt", "eXIf", "acTL"].map((type) =>
      pngChunk(type, Buffer.from(secret)),
    );
    const file = pngFile(pngHeader(4, 3), ...texts, data(), pngChunk("tIME", Buffer.alloc(7)), end);

    const picture = await readPng(file);

    expect(openPng(picture?.png ?? file).types).toEqual(["IHDR", "IDAT", "IEND"]);
    expect(picture?.png.includes(secret)).toBe(false);
  });

  it("[BD40] carries nothing behind its packed rows into the store", async () => {
    const hidden = pngChunk("IDAT", Buffer.concat([rowsOf(4, 3), Buffer.from(secret)]));

    const picture = await readPng(pngFile(pngHeader(4, 3), hidden, end));

    expect(picture?.png.includes(secret) ?? false).toBe(false);
  });

  const { sidePx } = stillLimits;
  const good = buildPng(4, 3);
  const flipped = Buffer.from(good);
  flipped[good.length - 20] = (flipped[good.length - 20] ?? 0) ^ 1;
  const unsummed = Buffer.from(good);
  unsummed[good.length - 1] = (good.at(-1) ?? 0) ^ 1;
  const filtered = pngRows(4, 3);
  filtered[0] = 5;
  const refused: Record<string, Buffer> = {
    "nothing at all": Buffer.alloc(0),
    "another kind of file": Buffer.from("GIF89a..................."),
    "a changed bit": flipped,
    "a check sum that is not right": unsummed,
    "a file cut short": good.subarray(0, -1),
    "bytes after its end": Buffer.concat([good, Buffer.from("more")]),
    "a second picture after its end": Buffer.concat([good, good.subarray(8)]),
    "no rows": pngFile(pngHeader(4, 3), end),
    "no end": pngFile(pngHeader(4, 3), data()),
    "no header first": pngFile(data(), pngHeader(4, 3), end),
    "two headers": pngFile(pngHeader(4, 3), pngHeader(4, 3), data(), end),
    "rows in two places": pngFile(
      pngHeader(4, 3),
      pngChunk("IDAT", rowsOf(4, 3).subarray(0, 5)),
      pngChunk("tEXt"),
      pngChunk("IDAT", rowsOf(4, 3).subarray(5)),
      end,
    ),
    "a needed chunk nobody knows": pngFile(pngHeader(4, 3), pngChunk("PLTE"), data(), end),
    "a chunk whose name is no name": pngFile(pngHeader(4, 3), pngChunk("a1b2"), data(), end),
    "a length beyond the file": pngFile(Buffer.from([0x7f, 0xff, 0xff, 0xff]), pngHeader(4, 3)),
    "a palette": pngFile(pngHeader(4, 3, { colourType: 3 }), data(), end),
    "sixteen bits": pngFile(pngHeader(4, 3, { depth: 16 }), data(), end),
    "interlaced rows": pngFile(pngHeader(4, 3, { interlace: 1 }), data(), end),
    "no width": pngFile(pngHeader(0, 3), data(), end),
    "too wide": pngFile(pngHeader(sidePx + 1, 3), data(sidePx + 1), end),
    "too high": pngFile(pngHeader(4, sidePx + 1), data(4, sidePx + 1), end),
    "fewer rows than it says": pngFile(pngHeader(4, 3), data(4, 2), end),
    "more rows than it says": pngFile(pngHeader(4, 3), data(4, 4), end),
    "a row packed in an unknown way": pngFile(
      pngHeader(4, 3),
      pngChunk("IDAT", deflateSync(filtered)),
      end,
    ),
    "rows that are not packed": pngFile(pngHeader(4, 3), pngChunk("IDAT", pngRows(4, 3)), end),
    "rows that unpack to a gigabyte": pngFile(
      pngHeader(sidePx, sidePx),
      pngChunk("IDAT", deflateSync(Buffer.alloc(32 * 1024 * 1024))),
      end,
    ),
  };

  it.each(Object.entries(refused))("[BD40] is refused with %s", async (_name, file) => {
    expect(await readPng(file)).toBeNull();
  });
});
