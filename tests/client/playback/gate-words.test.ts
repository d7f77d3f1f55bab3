import { expect, it } from "vitest";
import { gateWords } from "#client/features/playback/gate-words.ts";
import type { Gate } from "#shared/protocol/room-events.ts";
import { buildMember } from "#tests/helpers/player-snapshots.ts";
import { callum, nadia } from "#tests/helpers/timelines.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";

const helen = participantIdSchema.parse("44444444-4444-4444-8444-444444444444");
const members = [
  buildMember(nadia, "Nadia"),
  buildMember(callum, "Callum", { picture: "loading" }),
  buildMember(helen, "Helen", { picture: "stalled" }),
];
const gate: Gate = { kind: "start", awaited: [callum], by: nadia, mayGoOn: false };
const wordsFor = (changes: Partial<Gate>, others = members, me = nadia, mayCommand = true) =>
  gateWords({ ...gate, ...changes }, others, me, mayCommand);

it("[PB48] [A4] names who is awaited, and offers to go on without them once that is open", () => {
  expect(wordsFor({})).toMatchObject({ words: "Waiting for Callum's picture", goOn: null });
  expect(wordsFor({ mayGoOn: true }).goOn).toBe("Start without Callum");
  expect(wordsFor({ mayGoOn: true, kind: "stall" }).goOn).toBe("Go on without Callum");
  expect(wordsFor({ mayGoOn: true, awaited: [callum, helen] })).toMatchObject({
    words: "Waiting for the pictures of Callum and Helen",
    goOn: "Start without Callum and Helen",
  });
});

it("[PB48] says that a browser would like a tap first", () => {
  const blocked = [
    buildMember(nadia, "Nadia"),
    buildMember(callum, "Callum", { picture: "blocked" }),
  ];

  expect(wordsFor({}, blocked).words).toBe("Callum's browser would like a tap first");
});

it("[PB48] offers nothing to whoever is awaited or only watches", () => {
  expect(wordsFor({ mayGoOn: true }, members, callum)).toMatchObject({
    words: "Waiting for your picture",
    goOn: null,
  });
  expect(wordsFor({ mayGoOn: true }, members, helen, false).goOn).toBeNull();
});
