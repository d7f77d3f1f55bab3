import { useQuery } from "@tanstack/react-query";
import { call } from "#client/lib/api.ts";

/** Where this browser fetches a clip's film; null until it is known, or while it is not `wanted`. */
export function useClipAddress(clipId: string, wanted: boolean): string | null {
  const { data } = useQuery({
    queryKey: ["clip-address", clipId],
    queryFn: () => call("readClipAddress", { params: { clipId } }),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.ok === true ? `/m/${data.value.mediaId}` : null;
}
