/** A whole day in a calendar. Nobody is named in it. */
export interface CalendarDay {
  /** Same for each file about the same thing: a calendar replaces what it has. */
  readonly uid: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly title: string;
  readonly description: string;
  /** When the file is made, epoch UTC. */
  readonly madeAtMs: number;
}

/** The file of one all-day event as iCalendar has it (RFC 5545): CRLF, escaped text, lines of 75 octets. */
export function calendarFile({ uid, day, title, description, madeAtMs }: CalendarDay): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//SameFrame//Next film//EN",
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stampOf(madeAtMs)}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escapeText(title)}`,
    ...(description === "" ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

const compact = (day: string) => day.replaceAll("-", "");

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

const stampOf = (atMs: number) =>
  `${new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

/** RFC 5545 3.3.11. */
function escapeText(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r\n|\r|\n/g, "\\n");
}

const encoder = new TextEncoder();

/** RFC 5545 3.1: no line is longer than 75 octets; a character is never torn. */
function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
