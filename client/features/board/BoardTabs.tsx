import { useCallback, useRef, useState } from "react";
import type { ReactNode, RefObject } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import { useRoomPlace } from "#client/lib/room-places.ts";
import type { RoomPlace } from "#client/lib/room-places.ts";
import { text } from "#client/lib/text.ts";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { AimList } from "./AimList.tsx";
import { AllMoments } from "./AllMoments.tsx";
import { useBoardRoom } from "./board-room.ts";
import styles from "./BoardPanel.module.css";
import type { Arrangement } from "./card-order.ts";
import { ObservationCard } from "./ObservationCard.tsx";
import type { BoardTab } from "./moment-selection.ts";
import type { SelectedMoment } from "./use-selected-moment.ts";

interface BoardTabsProps {
  readonly moment: SelectedMoment;
  readonly isLoaded: boolean;
  /** Null: the card. */
  readonly insteadOfCard: ReactNode;
}

/** The three sides of the board: the open moment, all moments, and what to do more of. */
export function BoardTabs({ moment, isLoaded, insteadOfCard }: BoardTabsProps) {
  const { board } = useBoardRoom();
  const [arrangement, setArrangement] = useState<Arrangement>("arranged");
  const tabs = [
    ["moment", text("board.tab.moment")],
    ["all", text("board.tab.all", { count: board.observations.length })],
    ["aims", text("board.tab.aims")],
  ] as const;
  const { selected } = moment;
  const allTab = useRef<HTMLDivElement>(null);
  const aimsTab = useRef<HTMLDivElement>(null);
  const tabRefs = { moment: null, all: allTab, aims: aimsTab };
  useTabPlace("allMoments", "all", allTab, moment);
  useTabPlace("aims", "aims", aimsTab, moment);
  return (
    <Tabs
      className={styles["tabs"] ?? ""}
      selectedKey={moment.tab}
      onSelectionChange={(key) => moment.setTab(key as BoardTab)} // the keys are the ids below
    >
      <TabList className={styles["list"] ?? ""} aria-label={text("board.name")}>
        {tabs.map(([id, name]) => (
          <Tab key={id} id={id} ref={tabRefs[id]} className={styles["tab"] ?? ""}>
            {name}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="moment" className={styles["body"] ?? ""}>
        {insteadOfCard ??
          (selected === null ? (
            <NothingHeld isLoaded={isLoaded} />
          ) : (
            <ObservationCard
              key={`${selected.observationId} ${moment.focusRun}`}
              observation={selected}
              takesFocus={moment.takesFocus}
              onFocusTaken={moment.onFocusTaken}
            />
          ))}
      </TabPanel>
      <TabPanel id="all" className={styles["body"] ?? ""}>
        {selected === null ? (
          <NothingHeld isLoaded={isLoaded} />
        ) : (
          <AllMoments
            arrangement={arrangement}
            onArrangementChange={setArrangement}
            onOpen={moment.open}
          />
        )}
      </TabPanel>
      <TabPanel id="aims" className={styles["body"] ?? ""}>
        <AimList fromObservationId={null} />
      </TabPanel>
    </Tabs>
  );
}

/** Brings a person to a side of the board: it opens, and its tab has the focus. */
function useTabPlace(
  place: RoomPlace,
  tab: BoardTab,
  element: RefObject<HTMLElement | null>,
  { setTab }: SelectedMoment,
): void {
  const bring = useCallback(() => {
    setTab(tab);
    element.current?.focus();
  }, [setTab, tab, element]);
  useRoomPlace(place, bring);
}

function NothingHeld({ isLoaded }: { isLoaded: boolean }) {
  const { connection } = useBoardRoom();
  if (!isLoaded) return <p>{text("board.loading")}</p>;
  return (
    <EmptyState
      title={text(connection.canWrite ? "board.empty.title" : "board.empty.watchingTitle")}
      level={3}
    >
      {text(connection.canWrite ? "board.empty.words" : "board.empty.watching")}
    </EmptyState>
  );
}
