import { expect, it } from "vitest";
import { plainText } from "#client/features/own/own-file.ts";

it("[JN36] all that is one's own stands in the text to read, each fact once and in its place", () => {
  const all = {
    cycles: [{ number: 1, aims: [{ text: "Wait", whereWhen: "" }], notes: ["one\ntwo"] }],
    strengths: { lines: [] },
  };

  expect(plainText(all)).toBe(
    [
      "  cycles:",
      "    -",
      "      number: 1",
      "      aims:",
      "        -",
      "          text: Wait",
      "          whereWhen: ",
      "      notes:",
      "        - one",
      "          two",
      "  strengths:",
      "    lines:",
    ].join("\n"),
  );
});
