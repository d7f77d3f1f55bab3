import type { SentKind } from "#client/lib/device-opening.ts";

/** The part of `navigator.permissions` that is used. */
export type DevicePermissions = Pick<Permissions, "query">;

/** The browser's own permissions; null where it tells of none. */
export function browserPermissions(): DevicePermissions | null {
  return "permissions" in navigator ? navigator.permissions : null;
}

/** Tells when a device that was refused has been allowed after all. Answers how to stop. */
export function onDeviceAllowed(
  permissions: DevicePermissions | null,
  onAllowed: (kind: SentKind) => void,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  async function watch(kind: SentKind) {
    const status = await permissions?.query({ name: kind });
    status?.addEventListener(
      "change",
      () => {
        if (status.state === "granted") onAllowed(kind);
      },
      { signal },
    );
  }
  for (const kind of ["microphone", "camera"] as const) {
    // Some browsers do not tell of these: then the next press asks again.
    watch(kind).catch(() => undefined);
  }
  return () => stop.abort();
}
