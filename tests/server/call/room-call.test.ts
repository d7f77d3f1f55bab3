import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { CallLine } from "#server/call/call-line.ts";
import { noRouters } from "#server/call/call-routers.ts";
import type { CallRouter } from "#server/call/call-router.ts";
import { createRoomCall, keptWithoutLineMs } from "#server/call/room-call.ts";
import type { CallMode } from "#shared/call/call-path.ts";
import { directLineWithinMs } from "#shared/call/call-path.ts";
import type { Call } from "#shared/protocol/call-events.ts";
import { newId } from "#tests/helpers/build-records.ts";

/** Time that passes when a test says so. */
function createTimers() {
  let nowMs = 0;
  const due = new Set<{ atMs: number; run: () => void }>();
  return {
    after: (delayMs: number, run: () => void) => {
      const timer = { atMs: nowMs + delayMs, run };
      due.add(timer);
      return () => due.delete(timer);
    },
    pass(ms: number) {
      nowMs += ms;
      for (const timer of due) {
        if (timer.atMs > nowMs) continue;
        due.delete(timer);
        timer.run();
      }
    },
  };
}

/** A room's call with routers that carry nothing, and a way to lose them. */
function openCall(mode: CallMode = "auto", hasWorker = true) {
  const timers = createTimers();
  const told: Call[] = [];
  let loseRouter = () => {};
  const router: CallRouter = {
    capabilities: { codecs: [] },
    addPerson: () => {
      throw new Error("nothing is sent here");
    },
    onLost: (listener) => {
      loseRouter = listener;
    },
    close: () => {},
  };
  let isOver = false;
  const call = createRoomCall({
    mode,
    routers: hasWorker
      ? { ...noRouters, place: { address: "", ports: [] }, open: async () => router }
      : noRouters,
    after: timers.after,
    newEpoch: randomUUID,
    tellRoom: (_name, message) => told.push(message as Call), // nothing else is told to a whole room
    onEmpty: () => {
      isOver = true;
    },
  });

  function openLine(participantId = newId.participant(), tabId: string = randomUUID()) {
    const heard: [name: string, message: unknown][] = [];
    const line: CallLine = {
      reviewId: newId.review(),
      tab: { tabId, sessionId: randomUUID(), participantId },
      isSeated: () => true,
      tell: (name, message) => heard.push([name, message]),
    };
    return { line, heard, participantId, tabId };
  }
  async function joinOne() {
    const page = openLine();
    await call.join(page.line, words);
    return page;
  }
  const words = { microphone: "on", camera: "on", publicKey: null } as const;

  return {
    call,
    told,
    openLine,
    pass: (ms: number) => timers.pass(ms),
    loseRouter: () => loseRouter(),
    isOver: () => isOver,
    join: (line: CallLine) => call.join(line, words),
    part: (line: CallLine) => {
      const part = call.parts().find((one) => one.line === line);
      if (part === undefined) throw new Error("has no part");
      return part;
    },
    joinOne,
    joinTwo: async () => [await joinOne(), await joinOne()] as const,
  };
}
type House = ReturnType<typeof openCall>;
const connect = ({ call, part }: House, from: CallLine, to: CallLine) =>
  call.report(part(from), { to: to.tab.participantId, direct: "connected" });

describe("the way of a call", () => {
  it("[CL1] two people begin directly; without both their words within three seconds they move to the router", async () => {
    const house = openCall();
    const [a, b] = await house.joinTwo();
    connect(house, a.line, b.line);

    house.pass(directLineWithinMs - 1);
    const before = house.call.now().path;
    house.pass(1);

    expect([before, house.call.now().path]).toEqual(["direct", "router"]);
    expect(house.told.at(-1)?.path).toBe("router");
  });

  it("[CL1] a line both say is there stays direct, however long; a broken one moves both at once", async () => {
    const house = openCall();
    const [a, b] = await house.joinTwo();
    connect(house, a.line, b.line);
    connect(house, b.line, a.line);

    house.pass(60_000);
    const before = house.call.now().path;
    house.call.report(house.part(b.line), { to: a.participantId, direct: "broken" });

    expect([before, house.call.now().path]).toEqual(["direct", "router"]);
  });

  it("[CL1] the three seconds are counted from when both are there", async () => {
    const house = openCall();
    await house.joinOne();
    house.pass(60_000);

    await house.joinOne();
    house.pass(directLineWithinMs - 1);

    expect(house.call.now().path).toBe("direct");
  });

  it("[CL1] a third person moves all to the router without anybody leaving, and there they stay", async () => {
    const house = openCall();
    const people = [...(await house.joinTwo()), await house.joinOne()] as const;
    const { callEpoch, path, members } = house.call.now();

    house.call.end(house.part(people[2].line));

    expect([path, members.length]).toEqual(["router", 3]);
    expect(house.call.now()).toMatchObject({ callEpoch, path: "router" });
    expect(people.flatMap(({ heard }) => heard)).toEqual([]);
  });

  it("[CL11] without a worker up to four talk directly, and a fifth is told there is no room", async () => {
    const house = openCall("auto", false);
    await house.joinTwo();
    await house.joinTwo();

    house.pass(60_000);

    expect(house.call.now()).toMatchObject({ path: "direct" });
    expect(await house.join(house.openLine().line)).toEqual({ ok: false, reason: "call-full" });
    expect(house.call.now().members).toHaveLength(4);
  });

  it("[CL7] a lost router ends nobody's part: the same people, a new epoch, the same way", async () => {
    const house = openCall();
    const people = [...(await house.joinTwo()), await house.joinOne()];
    const { callEpoch } = house.call.now();

    house.loseRouter();
    const after = house.call.now();

    expect(people.map(({ heard }) => heard)).toEqual(
      people.map(() => [["call:ended", { reason: "lost" }]]),
    );
    expect(after.callEpoch).not.toBe(callEpoch);
    expect(after).toMatchObject({ path: "router" });
    expect(after.members).toHaveLength(3);
    for (const { line } of people) expect(await house.join(line)).toMatchObject({ ok: true });
  });
});

describe("a part in a call", () => {
  it("[CL4] is kept for fifteen seconds when its line is lost, and taken up by the same page", async () => {
    const house = openCall();
    const [a, b] = await house.joinTwo();

    house.call.loseLine(house.part(a.line));
    house.pass(keptWithoutLineMs - 1);
    const back = house.openLine(a.participantId, a.tabId);
    await house.join(back.line);
    house.pass(keptWithoutLineMs);

    expect(house.call.now().members.map(({ tabId }) => tabId)).toEqual([a.tabId, b.tabId]);
  });

  it("[CL4] ends when nobody comes back for it, and the call with the last one", async () => {
    const house = openCall();
    const [a, b] = await house.joinTwo();

    house.call.loseLine(house.part(a.line));
    house.pass(keptWithoutLineMs);
    const left = house.told.at(-1)?.members.map(({ tabId }) => tabId);
    house.call.end(house.part(b.line));

    expect(left).toEqual([b.tabId]);
    expect(house.isOver()).toBe(true);
    expect(await house.join(b.line)).toEqual({ ok: false, reason: "call-lost" });
  });

  it("[CL2] is one for each person: another page of theirs takes its place, in a full call too", async () => {
    const house = openCall();
    const [a] = await house.joinTwo();
    await house.joinTwo();

    const page = house.openLine(a.participantId);
    const joined = await house.join(page.line);

    expect(joined.ok).toBe(true);
    const tabs = house.call.now().members.map(({ tabId }) => tabId);
    expect(tabs).toHaveLength(4);
    expect(tabs).toContain(page.tabId);
    expect(tabs).not.toContain(a.tabId);
  });

  it("[CL3] whose line is lost is sent no signal", async () => {
    const house = openCall();
    const [a, b] = await house.joinTwo();
    const signal = { kind: "description", type: "offer", offerNumber: 1, sdp: "" } as const;
    const message = { to: b.participantId, toTabId: b.tabId, signal };

    const before = house.call.signal(house.part(a.line), message);
    house.call.loseLine(house.part(b.line));

    expect(before.ok).toBe(true);
    expect(house.call.signal(house.part(a.line), message)).toMatchObject({ reason: "call-lost" });
  });
});
