import { afterAll, beforeAll, expect, it } from "vitest";
import { defaultFramework } from "#shared/board/framework.ts";
import { httpApi } from "#shared/protocol/http-api.ts";
import { openMatrixHouse } from "#tests/helpers/matrix-house.ts";
import type { MatrixHouse } from "#tests/helpers/matrix-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let house: MatrixHouse;
beforeAll(async () => {
  server = await startTestServer();
  house = await openMatrixHouse(server, "live");
});
afterAll(async () => {
  house.close();
  await server.close();
});

const changed = defaultFramework.families.map((family) => ({
  ...family,
  labels: [{ id: `${family.familyId}.ours`, text: "ours" }, ...family.labels.slice(1)],
}));

it("[BD60] [A19] a guider changes the words; guider and practitioner have them in the room, no other house does", async () => {
  const set = await house.browser("guider").ask("setFramework", { body: { families: changed } });
  const read = await house.browser("guider").ask("readFramework", {});
  const other = await house.browser("otherGuider").ask("readFramework", {});
  const rooms = await Promise.all(
    (["guider", "practitioner", "supervisor"] as const).map((kind) =>
      house.browser(kind).ask("readRoom", { params: { reviewId: house.reviewId } }),
    ),
  );

  expect(set.status).toBe(200);
  expect(read.json).toEqual(set.json);
  expect(other.json).toEqual(defaultFramework);
  for (const { json } of rooms) {
    const { framework } = httpApi.readRoom.answer.parse(json);
    expect(framework.families).toEqual(changed);
    expect(framework.removed).toHaveLength(6);
  }
});

it("refuses families that are not whole, and keeps what was there", async () => {
  const before = await house.browser("guider").ask("readFramework", {});

  const set = await house
    .browser("guider")
    .ask("setFramework", { body: { families: changed.slice(1) } });

  expect(set.json).toEqual({ reason: "invalid" });
  expect((await house.browser("guider").ask("readFramework", {})).json).toEqual(before.json);
});
