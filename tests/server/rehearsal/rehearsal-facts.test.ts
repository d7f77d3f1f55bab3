import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inviteIdSchema } from "#shared/domain/ids.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import { walkIntoRehearsal } from "#tests/helpers/rehearsal-browser.ts";
import { furnishReview, invite, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let guider: TestBrowser;
let house: ReviewHouse;
beforeAll(async () => {
  server = await startTestServer();
  guider = await openFirstGuider(server);
});
beforeEach(async () => {
  house = await furnishReview(server, guider);
});
afterAll(() => server.close());

const params = () => ({ reviewId: house.review.reviewId });
const begin = () => house.guider.want("beginRehearsal", { params: params() });

describe("what can keep a review from working", () => {
  const factsOf = async () => {
    const { link, clips } = await begin();
    return { link: link?.standing ?? null, clips: clips.map(({ standing }) => standing) };
  };

  it("[CP73] [N13] is found: no link, a link taken back, a window that has closed, also on one who was in", async () => {
    expect((await factsOf()).link).toBeNull();
    const { inviteId } = await invite(house);
    expect((await factsOf()).link).toBe("open");
    await server.context.stores.invites.bind(inviteIdSchema.parse(inviteId), randomUUID());
    const whileSeated = await guider.ask("beginRehearsal", { params: params() });
    expect(whileSeated.json).toMatchObject({ reason: "practitioner-here" });
    server.advance(5 * 3_600_000);
    expect((await factsOf()).link).toBe("late");
    await house.guider.want("revokeInvite", { params: { inviteId } });
    expect((await factsOf()).link).toBe("revoked");
  });

  it("[CP73] [N13] is found: no clip, a clip without its file, nobody named in it, a permission taken back", async () => {
    const clip = {
      title: "Song",
      initiative: "looked up",
      description: "",
      peopleInShot: house.journey.people.map(({ personId }) => personId),
    };
    await house.guider.want("addClip", { params: { cycleId: house.cycleId }, body: clip });
    expect((await factsOf()).clips).toEqual(["plays", "no-file"]);

    const [person] = house.journey.people;
    await house.guider.want("recordPermission", {
      params: { personId: person?.personId ?? "" },
      body: { purpose: "sharedReview", status: "withdrawn" },
    });
    const { clips } = await begin();

    expect(clips[0]).toMatchObject({ standing: "permission-missing", missing: [person?.name] });
    await house.guider.want("removeClip", { params: { clipId: house.clipId } });
    expect((await factsOf()).clips).toEqual(["no-file"]);
  });

  it("[CP73] a permission taken back while it runs stops the clip inside as in the room", async () => {
    const { inside } = await walkIntoRehearsal(server, house);
    const room = (await inside.ask("readRoom", params())).json as Room;
    const address = `/m/${room.clips[0]?.mediaId}`;
    const before = await inside.get(address);
    await house.guider.want("recordPermission", {
      params: { personId: house.journey.people[0]?.personId ?? "" },
      body: { purpose: "sharedReview", status: "withdrawn" },
    });

    expect(before.status).toBe(200);
    // The line of the answer before is cut as well, if it has not quite ended.
    await expect.poll(async () => (await inside.get(address).catch(() => null))?.status).toBe(403);
  });
});
