import { dayWords, timeWords } from "#client/lib/dates.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import styles from "./Signing.module.css";
import { useEnding, useEndingWays } from "./use-ending.ts";

interface SignedBandProps {
  readonly connection: RoomConnection;
  /** The two may write on; a supervisor looks on. */
  readonly mayWriteOn: boolean;
}

/** Over a signed board: since when it rests, and the way to write on. Nothing otherwise. */
export function SignedBand({ connection, mayWriteOn }: SignedBandProps) {
  const { signed } = useEnding(connection);
  const ways = useEndingWays(connection);
  if (signed === null) return null;
  const when = `${dayWords(signed.signedAtMs)}, ${timeWords(signed.signedAtMs)}`;
  return (
    <div className={styles["rests"]}>
      <Notice tone="good">
        {text(mayWriteOn ? "signed.rests" : "signed.restsWatching", { when })}
      </Notice>
      {mayWriteOn && <Button onPress={() => void ways.writeOn()}>{text("ending.writeOn")}</Button>}
      <p className={styles["quiet"]} role="status">
        {ways.refusal}
      </p>
    </div>
  );
}
