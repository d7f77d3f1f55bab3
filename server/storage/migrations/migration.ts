/**
 * A step from one version of the database to the next. Steps only go forward. Each is a list of plain
 * SQL statements, the same for every engine but for the few words in `ColumnWords`.
 */
export interface Migration {
  /** The version the database has afterwards: 1, 2, 3 ... without gaps. */
  readonly version: number;
  readonly statements: (words: ColumnWords) => readonly string[];
}

/** What the engines call a column type, and what stands behind a table. */
export interface ColumnWords {
  readonly text: string;
  /** Whole numbers to 2^53: instants, counts, flags (0 and 1). */
  readonly integer: string;
  readonly real: string;
  readonly bytes: string;
  /** After the closing bracket of a table. */
  readonly tableEnd: string;
}

/** SQLite's words; STRICT makes it refuse a value of another type. */
export const sqliteWords: ColumnWords = {
  text: "text",
  integer: "integer",
  real: "real",
  bytes: "blob",
  tableEnd: "strict",
};
