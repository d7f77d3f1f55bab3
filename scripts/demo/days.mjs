/** A day, in milliseconds. */
export const dayMs = 86_400_000;

/** The instant so many days before now, epoch UTC. */
export const daysAgo = (days) => Date.now() - days * dayMs;

/** The day of an instant, as days run in UTC. */
export const dayOf = (atMs) => new Date(atMs).toISOString().slice(0, 10);
