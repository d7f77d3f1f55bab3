import { expect, it } from "vitest";
import fc from "fast-check";
import { calendarFile } from "#shared/domain/calendar.ts";

const day = {
  uid: "one@sameframe",
  day: "2026-12-31",
  title: "The next film",
  description: "",
  madeAtMs: Date.UTC(2026, 10, 23, 13, 5, 9),
};

it("[JN41] a day goes to a calendar as a whole day, without anybody's name", () => {
  expect(calendarFile(day)).toBe(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//SameFrame//Next film//EN",
      "BEGIN:VEVENT",
      "UID:one@sameframe",
      "DTSTAMP:20261123T130509Z",
      "DTSTART;VALUE=DATE:20261231",
      "DTEND;VALUE=DATE:20270101",
      "SUMMARY:The next film",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );
});

it("[JN41] any words come back out of the file, and no line of it is longer than 75 octets", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 150, maxLength: 200 }), (description) => {
      const file = calendarFile({ ...day, description });

      for (const line of file.split("\r\n")) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      }
      const lines = file.replaceAll("\r\n ", "").split("\r\n");
      const written = lines.find((line) => line.startsWith("DESCRIPTION:"))?.slice(12) ?? "";
      const read = written.replaceAll(/\\([\\;,n])/g, (_, sign: string) =>
        sign === "n" ? "\n" : sign,
      );
      expect(read).toBe(description.replaceAll(/\r\n|\r/g, "\n"));
    }),
  );
});
