import { purposeSchema } from "#shared/domain/people.ts";
import type { Purpose, Relation } from "#shared/domain/people.ts";
import { furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

/** A day in ms. */
export const dayMs = 86_400_000;

/** A journey with a playable clip, to which a parent and somebody else in shot belong too. */
export async function openPeopleHouse(server: TestServer) {
  const house = await furnishReview(server, await openFirstGuider(server));
  const { guider, journey } = house;
  const { journeyId } = journey;
  const params = { journeyId };
  const mia = await guider.want("addPerson", {
    params,
    body: { name: "Mia", relation: "parentCarer" },
  });
  const sam = await guider.want("addPerson", { params, body: { name: "Sam", relation: "inShot" } });
  const first = (relation: Relation) =>
    journey.people.find((person) => person.relation === relation)?.personId ?? "";
  const closesIn = (days: number) => Math.floor(server.context.clock.nowMs()) + days * dayMs;
  return {
    ...house,
    ofJourney: { params },
    people: {
      child: first("child"),
      practitioner: first("practitioner"),
      parent: mia.personId,
      inShot: sam.personId,
    },
    closesIn,
    /** A link as the guider copies it. */
    link: (personId: string, days = 60) =>
      guider.want("issuePersonLink", {
        params: { personId },
        body: { closesAtMs: closesIn(days) },
      }),
    /** As a browser without a cookie opens it. */
    open: (secret: string) => openTestBrowser(server).ask("openHeld", { body: { secret } }),
    read: (secret: string) => openTestBrowser(server).want("openHeld", { body: { secret } }),
    /** As the person behind the link does it on their page. */
    takeBack: (secret: string, personId: string, purpose: Purpose) =>
      openTestBrowser(server).want("withdrawHeld", { body: { secret, personId, purpose } }),
    permitAll: async (personId: string) => {
      for (const purpose of purposeSchema.options) {
        const body = { purpose, status: "given" } as const;
        await guider.want("recordPermission", { params: { personId }, body });
      }
    },
  };
}
export type PeopleHouse = Awaited<ReturnType<typeof openPeopleHouse>>;
