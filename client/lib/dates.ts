const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
});
const timeFormat = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** `22 November 2026`, in this device's time zone. */
export function dayWords(atMs: number): string {
  return dayFormat.format(atMs);
}

/** `22 November 2026` for a day that is written `2026-11-22`. */
export function writtenDayWords(day: string): string {
  return dayWords(new Date(`${day}T12:00`).getTime());
}

/** `15:30`, in this device's time zone. */
export function timeWords(atMs: number): string {
  return timeFormat.format(atMs);
}

/** `today at 15:30` or `22 November 2026 at 15:30`. */
export function momentWords(atMs: number, nowMs: number): string {
  const isToday = dayWords(atMs) === dayWords(nowMs);
  return `${isToday ? "today" : dayWords(atMs)} at ${timeWords(atMs)}`;
}

/** The value of a `datetime-local` field for an instant. */
export function toLocalField(atMs: number): string {
  const date = new Date(atMs);
  const shiftedMs = atMs - date.getTimezoneOffset() * 60_000;
  return new Date(shiftedMs).toISOString().slice(0, 16);
}

/** The instant of a `datetime-local` field, or null when it is empty or half typed. */
export function fromLocalField(value: string): number | null {
  const atMs = new Date(value).getTime();
  return Number.isNaN(atMs) ? null : atMs;
}
