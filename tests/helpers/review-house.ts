import { readFile } from "node:fs/promises";
import type { Journey, Review } from "#shared/domain/journey.ts";
import { purposeSchema } from "#shared/domain/people.ts";
import type { Knock, KnockState } from "#shared/protocol/door-events.ts";
import { numberedClips } from "#tests/helpers/clips.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

/** A guider's journey with one playable clip and a review about to start. */
export interface ReviewHouse {
  readonly guider: TestBrowser;
  readonly journey: Journey;
  readonly cycleId: string;
  readonly clipId: string;
  readonly review: Review;
}

/** With which the first guider signs in. */
export const guiderPassword = "a long pass phrase";

/** The first guider, signed in through the set-up link. */
export async function openFirstGuider(server: TestServer, name = "Nadia"): Promise<TestBrowser> {
  const guider = openTestBrowser(server);
  const secret = server.setUpPath?.split("#")[1] ?? "";
  await guider.want("setUp", { body: { secret, name, password: guiderPassword } });
  return guider;
}

/** A whole journey of this guider's, made by the commands a person uses. */
export async function furnishReview(
  server: TestServer,
  guider: TestBrowser,
  words: { readonly childName?: string; readonly title?: string } = {},
): Promise<ReviewHouse> {
  const journey = await guider.want("createJourney", {
    body: { practitionerName: "Callum", childName: words.childName ?? "Ada", setting: "nursery" },
  });
  const cycleId = journey.cycles[0]?.cycleId ?? "";
  for (const { personId } of journey.people) {
    for (const purpose of purposeSchema.options) {
      await guider.want("recordPermission", {
        params: { personId },
        body: { purpose, status: "given" },
      });
    }
  }
  const clip = await guider.want("addClip", {
    params: { cycleId },
    body: {
      title: words.title ?? "Blocks",
      initiative: "reached towards the blocks",
      description: "",
      peopleInShot: journey.people.map(({ personId }) => personId),
    },
  });
  await putClip(guider, clip.clipId);
  const review = await guider.want("planReview", {
    params: { cycleId },
    body: { startsAtMs: Math.floor(server.context.clock.nowMs()) },
  });
  return { guider, journey, cycleId, clipId: clip.clipId, review };
}

/** Sends a small real film up to a clip. */
export async function putClip(guider: TestBrowser, clipId: string): Promise<void> {
  const reply = await guider.send("PUT", `/api/clips/${clipId}/file`, {
    body: await readFile(numberedClips.silent),
    headers: { "content-type": "application/octet-stream" },
  });
  if (reply.status !== 200) throw new Error(`the clip was refused: ${reply.text}`);
}

/** A link for one named person, as its guider copies it. */
export async function invite(
  { guider, review }: Pick<ReviewHouse, "guider" | "review">,
  role: "practitioner" | "supervisor" = "practitioner",
  name = role === "practitioner" ? "Callum" : "Helen",
): Promise<{ inviteId: string; secret: string }> {
  const issued = await guider.want("issueInvite", {
    params: { reviewId: review.reviewId },
    body: { name, role },
  });
  return { inviteId: issued.invite.inviteId, secret: issued.secret };
}

/** A guest's browser that has opened a link: a new one unless one is given. */
export async function openLink(
  server: TestServer,
  secret: string,
  guest = openTestBrowser(server),
): Promise<TestBrowser> {
  await guest.want("openWayIn", { body: { secret } });
  return guest;
}

/** A socket's next message of this name. */
export function heard<Message>(
  socket: ReturnType<TestBrowser["socket"]>,
  name: string,
  fits: (message: Message) => boolean = () => true,
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const listen = (message: Message) => {
      if (!fits(message)) return;
      socket.off(name, listen);
      resolve(message);
    };
    socket.on(name, listen);
    socket.once("connect_error", reject);
  });
}

/** Knocks from a guest's browser and resolves when the guest waits; the socket stays open. */
export async function knock(
  guest: TestBrowser,
): Promise<{ socket: ReturnType<TestBrowser["socket"]>; state: KnockState }> {
  const socket = guest.socket("/lobby");
  const first = heard<KnockState>(socket, "knock:changed");
  socket.connect();
  await first;
  const answer: unknown = await socket.emitWithAck("knock:ask", { company: "just-me" });
  const { value } = answer as { value: KnockState }; // a refusal leaves it undefined and fails the test
  return { socket, state: value };
}

/** Who waits at this guider's door, as an open page of the guider's hears it. */
export async function waitingAt(guider: TestBrowser): Promise<Knock[]> {
  const desk = guider.socket("/desk");
  const knocks = heard<Knock[]>(desk, "knocks:changed");
  desk.connect();
  const waiting = await knocks;
  desk.disconnect();
  return waiting;
}

/** Lets in everybody who waits for this link. */
export async function letIn(guider: TestBrowser, inviteId: string): Promise<void> {
  for (const { knockId } of (await waitingAt(guider)).filter((one) => one.inviteId === inviteId)) {
    await guider.want("answerKnock", { params: { inviteId }, body: { knockId, answer: "let-in" } });
  }
}

/** A guest who has been let in: link, knock, answer. */
export async function admitGuest(
  server: TestServer,
  house: Pick<ReviewHouse, "guider" | "review">,
  role: "practitioner" | "supervisor" = "practitioner",
  browser = openTestBrowser(server),
): Promise<{ guest: TestBrowser; inviteId: string; secret: string }> {
  const { inviteId, secret } = await invite(house, role);
  const guest = await openLink(server, secret, browser);
  const { socket } = await knock(guest);
  await letIn(house.guider, inviteId);
  socket.disconnect();
  return { guest, inviteId, secret };
}
