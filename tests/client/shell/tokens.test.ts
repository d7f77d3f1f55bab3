import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#tests/helpers/project-root.ts";

const css = readFileSync(join(projectRoot, "client/ui/tokens.css"), "utf8");
const [light = ""] = css.split("@media");
const colours = new Map(
  [...light.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/gu)].map(([, name, value]) => [name, value]),
);

function lightness(name: string): number {
  const value = name === "white" ? "#ffffff" : colours.get(name);
  if (value === undefined) throw new Error(`no colour is called ${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(value.slice(place, place + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [lightness(one), lightness(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const words = [
  ["ink", "paper"],
  ["ink-soft", "paper"],
  ["ink-soft", "sunken"],
  ["ink-soft", "surface"],
  ["white", "lake"],
  ["white", "lake-deep"],
  ["lake", "surface"],
  ["lake", "lake-tint"],
  ["sky", "sky-tint"],
  ["honey", "honey-tint"],
  ["plum", "plum-tint"],
  ["clay", "clay-tint"],
  ["clay", "paper"],
  ["leaf", "leaf-tint"],
  ["brick", "brick-tint"],
  ["brick", "surface"],
  ["stage-ink", "stage"],
  ["stage-soft", "stage"],
  ["stage-soft", "stage-raised"],
  ["stage", "glow"],
  ["stage", "stage-ink"],
  ["white", "presence-0"],
  ["white", "presence-1"],
  ["white", "presence-2"],
  ["white", "presence-3"],
  ["stage", "presence-stage-0"],
  ["stage", "presence-stage-1"],
  ["stage", "presence-stage-2"],
  ["stage", "presence-stage-3"],
] as const;

const shapes = [
  ["edge", "surface"],
  ["edge", "sunken"],
  ["stage-edge", "stage"],
  ["focus", "paper"],
  ["focus", "surface"],
  ["glow", "stage"],
  ["wellbeing-confidence", "paper"],
  ["wellbeing-growth", "paper"],
  ["wellbeing-restoration", "paper"],
  ["wellbeing-readiness", "paper"],
] as const;

describe("the colours", () => {
  it.each(words)("[SC5] lets words in %s be read on %s", (ink, ground) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)("[SC5] lets the edge of a control in %s be seen on %s", (edge, ground) => {
    expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3);
  });
});
