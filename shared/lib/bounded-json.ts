/**
 * Whether a value is plain JSON, nested at most `depth` deep (0: one word or number) and at most 500 entries
 * wide at each place: something from outside that is handed on to a reader of its own.
 */
export function isBoundedJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth === 0) return false;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= 500 &&
    entries.every(([key, entry]) => key !== "__proto__" && isBoundedJson(entry, depth - 1))
  );
}
