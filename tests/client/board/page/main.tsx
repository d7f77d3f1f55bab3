import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { BoardPanel } from "#client/features/board/BoardPanel.tsx";
import { SaveChip } from "#client/features/board/SaveChip.tsx";
import { useBoard } from "#client/features/board/use-board.ts";
import { Announcer } from "#client/ui/Announcer.tsx";
import {
  addAim,
  addObservation,
  aimsOf,
  observationsOf,
  seedBoard,
} from "#shared/board/board-doc.ts";
import { defaultFramework } from "#shared/board/framework.ts";
import { joinBoards } from "./joined-boards.ts";
import type { Side } from "./joined-boards.ts";
import "#client/ui/tokens.css";
import "#client/ui/base.css";

const names = ["Nadia", "Callum"] as const;
const people = names.map((name, n) => ({
  participantId: `00000000-0000-4000-8000-00000000000${n}`,
  name,
  colour: n,
}));
let isJoined = true;
const sides = joinBoards(names, () => isJoined);
const [{ link: server }] = sides;
seedBoard(server.doc, {
  helpingQuestion: "How can I tell when Kit wants to carry on with me?",
  goals: [],
  earlierAims: [],
});

const status = {
  save: { kind: "saved" },
  isStoredInTab: true,
  leftover: [],
  isLoaded: true,
} as const;
const still = () => createImageBitmap(new ImageData(96, 54));
let lastId = 0;
let shownFrame = 0;
const tellHeld = new Map<number, (observationId: string, isMine: boolean) => void>();

/** What a test does to the room from outside the two boards. */
const controls = {
  apart: () => (isJoined = false),
  together: () => {
    isJoined = true;
    for (const side of sides) side.catchUp();
  },
  hold: (by: number) => {
    lastId += 1;
    const observationId = `moment-${lastId}`;
    const anchor = { clipId: "clip", clipRev: "rev", frame: 25 * lastId };
    addObservation(server.doc, {
      observationId,
      anchor,
      heldBy: people[by]?.participantId ?? "",
      createdAtMs: lastId,
      order: lastId,
    });
    for (const [side, tell] of tellHeld) tell(observationId, side === by);
  },
  /** Both look at this frame. */
  show: (frame: number) => (shownFrame = frame),
};
declare global {
  interface Window {
    controls: typeof controls;
  }
}
window.controls = controls;

function OneBoard({ side, n }: { side: Side; n: number }) {
  const board = useBoard(side.link);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [heldByMe, setHeldByMe] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const tell = (observationId: string, isMine: boolean) => {
      setCurrentId(observationId);
      if (isMine) setHeldByMe(observationId);
    };
    tellHeld.set(n, tell);
    return () => {
      tellHeld.delete(n);
    };
  }, [n]);

  function addOne(fromObservationId: string | null) {
    lastId += 1;
    addAim(server.doc, { aimId: `aim-${lastId}`, text: "", order: lastId, fromObservationId });
    return Promise.resolve(`aim-${lastId}`);
  }

  function pin(observationId: string, isPinned: boolean) {
    const me = people[n]?.participantId ?? "";
    observationsOf(server.doc)
      .get(observationId)
      ?.set("pinnedBy", isPinned ? [me] : []);
    return Promise.resolve(true);
  }

  return (
    <div data-side={n}>
      <SaveChip status={status} />
      <BoardPanel
        connection={side.link}
        board={board}
        status={status}
        people={people}
        me={people[n]?.participantId ?? ""}
        childName="Kit"
        areStartersShown
        practitionerName={n === 0 ? "Callum" : null}
        openClipId="clip"
        currentId={currentId}
        heldByMe={heldByMe}
        onFocusTaken={() => setHeldByMe(null)}
        positionMsOf={({ frame }) => frame * 40}
        clipIds={["clip"]}
        frameNow={() => ({ clipId: "clip", clipRev: "rev", frame: shownFrame })}
        framework={defaultFramework}
        drawStill={still}
        isCovered={false}
        keptStill={() => Promise.resolve(null)}
        onVisit={(id) => setSaid(`visit ${id}`)}
        onVisitPlace={({ frame }) => setSaid(`visit frame ${frame}`)}
        onPin={pin}
        onAddAim={addOne}
        onRemoveAim={(aimId) => {
          aimsOf(server.doc).delete(aimId);
          return Promise.resolve(true);
        }}
        onLeaveField={() => setSaid("left")}
        onPlayTogether={() => setSaid("play")}
      />
      <output data-said>{said}</output>
    </div>
  );
}

function App() {
  const [left, right] = sides;
  return (
    <main style={{ display: "flex", flexWrap: "wrap", gap: 16 }}>
      <h1 className="visually-hidden">Two boards</h1>
      <div style={{ width: 400, maxWidth: "100%" }}>
        <h2 className="visually-hidden">Left</h2>
        <OneBoard side={left} n={0} />
      </div>
      <div style={{ width: 400, maxWidth: "100%" }}>
        <h2 className="visually-hidden">Right</h2>
        <OneBoard side={right} n={1} />
      </div>
      <Announcer />
    </main>
  );
}

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
