import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { CheckField } from "#client/ui/CheckField.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { CameraPicture } from "./CameraPicture.tsx";
import styles from "./Film.module.css";
import type { Camera } from "./open-camera.ts";

/** The camera is on: what it sees, what to know before it records, and the way to begin. */
export function ReadyToRecord(props: {
  readonly camera: Camera;
  /** How long the device has room for; null when unknown. */
  readonly roomMs: number | null;
  readonly onStart: (camera: Camera) => void;
  readonly isKeyOn: boolean;
  readonly onKeyOnChange: (isOn: boolean) => void;
}) {
  const { camera, roomMs, onStart, isKeyOn, onKeyOnChange } = props;
  return (
    <>
      <CameraPicture stream={camera.stream} />
      {!camera.hasSound && <Notice>{text("film.camera.noSound")}</Notice>}
      <RoomLeft roomMs={roomMs} />
      <p>{text(isKeyOn ? "film.stopSign" : "film.stopSignByButton")}</p>
      <CheckField label={text("film.stopKey")} isChecked={isKeyOn} onChange={onKeyOnChange} />
      <div className={styles["buttons"]}>
        <Button kind="primary" autoFocus onPress={() => onStart(camera)}>
          {text("film.recording.start")}
        </Button>
      </div>
    </>
  );
}

const littleRoomMs = 60_000;
const muchRoomMs = 60 * 60_000;

function RoomLeft({ roomMs }: { readonly roomMs: number | null }) {
  if (roomMs === null || roomMs > muchRoomMs) return null;
  if (roomMs < littleRoomMs) {
    return <Notice tone="attention">{text("film.camera.noRoom")}</Notice>;
  }
  return <Notice>{text("film.camera.room", { minutes: Math.floor(roomMs / 60_000) })}</Notice>;
}
