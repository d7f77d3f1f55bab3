import { CallNotices } from "#client/features/call/CallNotices.tsx";
import { Voices } from "#client/features/call/Voices.tsx";
import type { RoomCall } from "./use-room-call.ts";

/** The others' voices, and what is to be known of the call. */
export function CallSounds({ call, snapshot }: Pick<RoomCall, "call" | "snapshot">) {
  return (
    <>
      <CallNotices call={snapshot} />
      <Voices
        people={snapshot.people}
        isSilenced={snapshot.isSilenced}
        speakerId={call.devices().chosen.speaker}
      />
    </>
  );
}
