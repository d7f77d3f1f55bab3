import { useEffect } from "react";
import { Redirect, useLocation } from "wouter";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useRoomConnection } from "#client/lib/use-room-connection.ts";
import { useRoomLink } from "#client/lib/use-room-news.ts";
import { Button } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Page } from "#client/ui/Page.tsx";
import type { Room } from "#shared/protocol/http-api.ts";
import { ReviewRoom } from "#client/pages/room/ReviewRoom.tsx";
import { useRoom } from "#client/pages/room/use-room.ts";

/** This page load: the newest tab of a person has the seat. */
const tabId = crypto.randomUUID();

/** The review room, or in plain words why it cannot be opened now. */
export function RoomPage({ reviewId }: { readonly reviewId: string }) {
  const { answer, readAgain } = useRoom(reviewId);
  if (answer === null) return <Loading words={text("room.opening")} />;
  if (answer.ok) return <OpenRoom room={answer.value} onClipsChanged={readAgain} />;
  if (answer.reason === "review-ended")
    return <Redirect to={paths.ended("review-ended")} replace />;
  if (answer.reason === "not-signed-in") return <Redirect to={paths.home} replace />;
  if (answer.reason === "forbidden") return <Redirect to={paths.wayIn} replace />;
  return (
    <Page title={text("room.cannotOpen")}>
      <p>{refusalWords(answer)}</p>
      <div>
        <Button kind="primary" onPress={readAgain}>
          {text("shell.tryAgain")}
        </Button>
      </div>
    </Page>
  );
}

interface OpenRoomProps {
  readonly room: Room;
  readonly onClipsChanged: () => void;
}

function OpenRoom({ room, onClipsChanged }: OpenRoomProps) {
  const connection = useRoomConnection({ reviewId: room.reviewId, tabId });
  if (connection === null) return <Loading words={text("room.opening")} />;
  return <Connected connection={connection} room={room} onClipsChanged={onClipsChanged} />;
}

function Connected({
  connection,
  room,
  onClipsChanged,
}: OpenRoomProps & { readonly connection: RoomConnection }) {
  const [, navigate] = useLocation();
  const link = useRoomLink(connection);
  useEffect(() => connection.on("clips:changed", onClipsChanged), [connection, onClipsChanged]);
  useEffect(() => {
    if (link.kind !== "closed") return;
    navigate(link.reason === "forbidden" ? paths.wayIn : paths.ended(link.reason), {
      replace: true,
    });
  }, [link, navigate]);
  return <ReviewRoom connection={connection} room={room} tabId={tabId} />;
}
