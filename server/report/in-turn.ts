/** Has work about one thing done one piece after the other, so that none overwrites what another has kept. */
export function createTurns<Key>(): <Value>(
  key: Key,
  work: () => Promise<Value>,
) => Promise<Value> {
  const last = new Map<Key, Promise<unknown>>();
  return (key, work) => {
    const done = (last.get(key) ?? Promise.resolve()).then(work);
    const settled = done
      .catch(() => undefined) // told to whoever asked for it
      .then(() => {
        if (last.get(key) === settled) last.delete(key);
      });
    last.set(key, settled);
    return done;
  };
}
