import { EncodedPacketSink } from "mediabunny";
import type { InputVideoTrack } from "mediabunny";

/** When the key picture before a time begins, in seconds: it alone is decoded without any other. */
export async function keyTimeS(track: InputVideoTrack, timeS: number): Promise<number> {
  const packet = await new EncodedPacketSink(track).getKeyPacket(timeS, { metadataOnly: true });
  return packet === null ? timeS : Math.max(0, packet.timestamp);
}
