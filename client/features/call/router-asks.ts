import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { RoomAnswer, RoomAskName, RoomQuestion } from "#client/lib/room-messages.ts";

/** The router did not do what was asked: `call-lost` when it knows nothing of this tab any more. */
export class RouterRefusal extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(`The router refused: ${reason}`);
    this.reason = reason;
  }
}

type Granted<Name extends RoomAskName> = Extract<RoomAnswer<Name>, { readonly ok: true }>["value"];

/** Asks the router for something that the rest needs; throws a `RouterRefusal`. */
export type AskRouter = <Name extends RoomAskName>(
  name: Name,
  message: RoomQuestion<Name>,
) => Promise<Granted<Name>>;

/** The router's client library wants refusals thrown. */
export function createAskRouter(ask: RoomConnection["ask"]): AskRouter {
  return async (name, message) => {
    const answer = await ask(name, message);
    if (!answer.ok) throw new RouterRefusal(answer.reason);
    return answer.value;
  };
}
