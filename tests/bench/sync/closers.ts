type Close = () => Promise<void>;

const open = new Set<Close>();

/** Remembers how something is closed, so that an interrupted benchmark leaves nothing running; closes once. */
export function atTheEnd(close: Close): Close {
  const closeOnce = async () => {
    if (open.delete(closeOnce)) await close();
  };
  open.add(closeOnce);
  return closeOnce;
}

/** Closes everything that is still open. */
export async function closeAll(): Promise<void> {
  await Promise.allSettled([...open].map((close) => close()));
}
