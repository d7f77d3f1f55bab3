import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CallControls } from "#client/features/call/CallControls.tsx";
import { CallDetails } from "#client/features/call/CallDetails.tsx";
import { CallNotices } from "#client/features/call/CallNotices.tsx";
import type { CallSnapshot } from "#client/features/call/call.ts";
import { memberFace } from "#client/features/call/member-face.tsx";
import { Roster } from "#client/features/presence/Roster.tsx";
import type { Member } from "#shared/protocol/room-events.ts";
import {
  callOf,
  callPerson,
  callumId,
  nadiaId,
  ownPart,
} from "#tests/client/call/call-snapshots.ts";

const callum: Member = {
  participantId: callumId,
  name: "Callum",
  role: "practitioner",
  link: "here",
  company: "just-me",
  picture: "ready",
  isOnOwn: false,
  colour: 1,
};
const nadia: Member = {
  ...callum,
  participantId: nadiaId,
  name: "Nadia",
  role: "guider",
  colour: 0,
};

const rosterIn = (call: CallSnapshot) =>
  renderToStaticMarkup(
    <Roster
      members={[nadia, callum]}
      me={nadiaId}
      faceOf={(participantId) => memberFace(call, participantId, nadiaId)}
    />,
  );
const pictures = (markup: string) => markup.match(/<video/g)?.length ?? 0;

describe("faces among those who are here", () => {
  it("[CL40] [A11] shows both faces with names, and marks who speaks in words too", () => {
    const roster = rosterIn(callOf({ people: [callPerson({ isSpeaking: true })] }));

    expect(pictures(roster)).toBe(2);
    expect(roster).toContain("Nadia (you)");
    expect(roster).toContain('data-speaking="true"');
    expect(roster).toContain(">speaking<");
  });

  it("[CL40] shows initials for who has no camera, and says so and of the microphone in words", () => {
    const roster = rosterIn(
      callOf({
        me: ownPart({ camera: "none", microphone: "none", picture: null }),
        people: [callPerson({ camera: "off", microphone: "off" })],
      }),
    );

    expect(pictures(roster)).toBe(0);
    expect(roster).toContain("no microphone · camera off");
    expect(roster).toContain("microphone off · camera off");
  });

  it.each([
    ["has not joined", callOf({ people: [] }), "not in the call"],
    ["is being reached", callOf({ people: [callPerson({ isConnected: false })] }), "reconnecting"],
    ["has a weak line", callOf({ people: [callPerson({ isFacePaused: true })] }), "face paused"],
  ])("[CL40] says of who %s what is the matter", (_what, call, note) => {
    expect(rosterIn(call)).toContain(`practitioner · ${note}`);
  });

  it("[CL43] [N10] shows no face and nobody speaking while the picture is covered", () => {
    const covered = callOf({
      isSilenced: true,
      me: ownPart({ isSpeaking: true }),
      people: [callPerson({ isSpeaking: true })],
    });

    expect(pictures(rosterIn(covered))).toBe(0);
    expect(rosterIn(covered)).not.toContain('data-speaking="true"');
  });

  it("[CL46] [F4.11] shows the roster as it is without a call", () => {
    const roster = renderToStaticMarkup(<Roster members={[nadia, callum]} me={nadiaId} />);

    expect(pictures(roster)).toBe(0);
    expect(roster).not.toContain("not in the call");
    expect(roster).not.toContain("data-speaking");
  });
});

describe("the controls of the call", () => {
  const shown = (state: "unavailable" | "left" | "in") =>
    renderToStaticMarkup(
      <CallControls
        call={{ setCamera: () => undefined }}
        state={state}
        me={ownPart({ microphone: "off" })}
        talk={{ down: () => undefined, up: () => undefined, cancel: () => undefined }}
        onJoin={() => undefined}
        onMore={() => undefined}
      />,
    );

  it("[CL46] offer what there is: devices in the call, a way back outside it, sound without one", () => {
    expect(shown("in")).toContain('aria-label="Turn microphone on"');
    expect(shown("in")).toContain('aria-label="Turn camera off"');
    expect(shown("left")).toContain("Join the call");
    expect(shown("left")).not.toContain("microphone");
    expect(shown("unavailable")).not.toContain("Join the call");
    for (const state of ["in", "left", "unavailable"] as const) {
      expect(shown(state)).toContain('aria-label="Sound and call"');
    }
  });
});

describe("what stands in words", () => {
  const nameOf = () => "Callum";
  const detailsOf = (call: CallSnapshot) =>
    renderToStaticMarkup(<CallDetails call={call} nameOf={nameOf} />);

  it("[CL45] says who can hear the call, which way it goes, each line, and the safety code", () => {
    const safetyCode = ["otter", "lantern", "cedar", "plum"];
    const direct = detailsOf(callOf({ people: [callPerson({ safetyCode })] }));
    const routed = detailsOf(callOf({ path: "router", sealedTo: "server" }));

    expect(direct).toContain("Only the people in this call can hear and see it.");
    expect(direct).toContain("straight from browser to browser");
    expect(direct).toContain("Good connection");
    expect(direct).toContain("otter lantern cedar plum");
    expect(routed).toContain("encrypted to the server");
    expect(routed).toContain("own server");
    expect(routed).not.toContain("Safety code");
  });

  it("[CL41] says of a lost call that clip and board go on, of a refused camera how to allow it, of a full one that there is no place, and when the server could hear", () => {
    const lost = renderToStaticMarkup(<CallNotices call={callOf({ state: "lost" })} />);
    const refused = renderToStaticMarkup(
      <CallNotices call={callOf({ me: ownPart({ cameraTrouble: "denied" }) })} />,
    );

    const full = renderToStaticMarkup(
      <CallNotices call={callOf({ state: "left", isFull: true, people: [] })} />,
    );
    const routed = renderToStaticMarkup(
      <CallNotices call={callOf({ path: "router", sealedTo: "server" })} />,
    );

    expect(full).toContain("Four people are in the call already.");
    expect(routed).toContain("encrypted to the server");
    expect(lost).toContain("The clip and the board go on.");
    expect(refused).toContain("To be seen, allow it");
    expect(renderToStaticMarkup(<CallNotices call={callOf()} />)).toBe("");
  });
});
