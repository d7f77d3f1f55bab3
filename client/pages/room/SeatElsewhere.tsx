import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import styles from "./Room.module.css";

export interface SeatElsewhereProps {
  readonly connection: RoomConnection;
  readonly onTaken: () => void;
}

/** One person has one seat: this tab stands back until it is asked to go on. */
export function SeatElsewhere({ connection, onTaken }: SeatElsewhereProps) {
  async function take(): Promise<void> {
    const answer = await connection.ask("seat:take", {});
    if (answer.ok) onTaken();
  }
  return (
    <div className={styles["elsewhere"]} role="alertdialog" aria-labelledby="seat-moved">
      <h2 id="seat-moved">{text("room.seatMoved")}</h2>
      <p>{text("room.seatMovedWords")}</p>
      <Button kind="primary" autoFocus onPress={() => void take()}>
        {text("room.seatHere")}
      </Button>
    </div>
  );
}
