/** A string of about a megabyte: far more than anything a person types. */
export const megabyte = "é".repeat(512 * 1024);

/** Bodies no schema of ours takes, as text, with what they are. */
export const hostileBodies: readonly (readonly [what: string, body: string])[] = [
  ["nothing", ""],
  ["no JSON", "{not json"],
  ["a number", "7"],
  ["null", "null"],
  ["a word", '"word"'],
  ["an empty list", "[[[]]]"],
  ["an unknown key", '{"unheard":"of"}'],
  ["a prototype key", '{"__proto__":{"isAdmin":true}}'],
  ["a constructor key", '{"constructor":{"prototype":{"isAdmin":true}}}'],
  ["deep nesting", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ["a lone surrogate", '{"\\ud800":"\\udfff"}'],
];

/** Messages no event takes. */
export const hostileMessages: readonly (readonly [what: string, message: unknown])[] = [
  ["null", null],
  ["a number", 7],
  ["a word", "word"],
  ["a list", [[], {}]],
  ["an unknown key", { unheard: "of" }],
  ["a prototype key", JSON.parse('{"__proto__":{"isAdmin":true}}')],
  ["bytes", Buffer.from("bytes")],
  ["bytes inside", { company: Buffer.from("just-me") }],
  ["a long word", { company: "x".repeat(40_000), commandId: "x".repeat(10_000) }],
  ["deep nesting", JSON.parse(`${"[".repeat(2_000)}${"]".repeat(2_000)}`)],
  ["a number too large", { revision: 1e308, frame: -1, epoch: Number.MAX_SAFE_INTEGER }],
];

/** Names that are no event, some of which every object has. */
export const unknownEvents = [
  "nope:nope",
  "",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "x".repeat(5_000),
];

/** Ids that are none, as they stand in a path. */
export const hostileIds = [
  "1",
  "__proto__",
  "constructor",
  "..%2f..%2fetc%2fpasswd",
  "%00",
  "'%20OR%201=1--",
  "x".repeat(3_000),
  "00000000-0000-4000-8000-000000000000",
  "%E0%A4%A",
];

/** Every value in a well-formed message replaced by one of another kind, one at a time. */
export function spoiled(message: object): unknown[] {
  const wrongKinds = [null, -1, 1.5, true, "\u0000", [], {}, "x".repeat(30_000)];
  const entries = Object.entries(message);
  return [
    ...entries.flatMap(([key, value]) =>
      wrongKinds
        .filter((wrong) => typeof wrong !== typeof value || typeof wrong === "string")
        .map((wrong) => ({ ...message, [key]: wrong })),
    ),
    ...entries.map(([key]) => Object.fromEntries(entries.filter(([name]) => name !== key))),
    { ...message, unheard: "of" },
  ];
}
