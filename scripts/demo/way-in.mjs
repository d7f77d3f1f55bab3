import { io } from "socket.io-client";

/** The guider's invitation of one person to a review. */
export async function inviteTo(guider, reviewId, name, role) {
  return await guider.post(`/api/reviews/${reviewId}/invites`, { name, role });
}

/** The links to the review that is open now, for whoever may come. */
export async function inviteAll(guider, scenario, reviewId) {
  const invite = async (name, role) => (await inviteTo(guider, reviewId, name, role)).secret;
  return {
    practitioner: await invite(scenario.journey.practitionerName, "practitioner"),
    supervisor: scenario.supervisor && (await invite(scenario.supervisor, "supervisor")),
  };
}

/** A guest opens their link, knocks, and is let in by the guider, as at the door. */
export async function comeIn(guider, guest, { invite, secret }) {
  await guest.post("/api/way-in", { secret });
  const lobby = open(guest, "/lobby");
  await once(lobby, "knock:changed", () => true);
  await lobby.emitWithAck("knock:ask", { company: "just-me" });
  const desk = open(guider, "/desk");
  const waits = (knock) => knock.inviteId === invite.inviteId;
  const knocks = await once(desk, "knocks:changed", (all) => all.some(waits));
  const { knockId } = knocks.find(waits);
  const letIn = once(lobby, "knock:changed", ({ state }) => state === "let-in");
  await guider.post(`/api/invites/${invite.inviteId}/answer`, { knockId, answer: "let-in" });
  await letIn;
  lobby.disconnect();
  desk.disconnect();
}

function open(visitor, namespace) {
  return io(visitor.origin + namespace, {
    transports: ["websocket"],
    extraHeaders: { cookie: visitor.cookie(), origin: visitor.origin },
    forceNew: true,
  });
}

function once(socket, name, fits) {
  return new Promise((resolve, reject) => {
    const listen = (message) => {
      if (!fits(message)) return;
      socket.off(name, listen);
      resolve(message);
    };
    socket.on(name, listen);
    socket.once("connect_error", reject);
  });
}
