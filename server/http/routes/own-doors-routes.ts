import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createCookieAnswers } from "#server/http/session-answers.ts";
import { createOwnDoorways } from "#server/own/own-doors.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { ownDoorsRoutes as routes } from "#shared/protocol/own-doors-routes.ts";

/** The ways into a practitioner's own place, of which only a browser that has it can make one more. */
export function ownDoorsRoutes({
  context,
}: Pick<HandlerParts, "context">): Pick<Handlers, keyof typeof routes> {
  const doorways = createOwnDoorways(context);
  const cookies = createCookieAnswers(context);
  const found = <Value>(value: Value | null) => (value === null ? fail("not-found") : ok(value));

  return {
    readOwnDoors: async ({ visitor }) => found(await doorways.read(visitor)),
    closeOwnDoor: async ({ visitor, body }) => found(await doorways.close(visitor, body.browserId)),
    makeOwnLink: async ({ visitor, body }) => found(await doorways.makeLink(visitor, body.lasts)),
    endOwnLink: async ({ visitor }) => found(await doorways.endLink(visitor)),

    openOwnLink: async ({ visitor, body, response }) => {
      const opened = await doorways.open(visitor, body.secret);
      if (!opened.ok) return opened;
      if (opened.value !== null) cookies.give(response, opened.value);
      return ok(null);
    },
  };
}
