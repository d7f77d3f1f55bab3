/**
 * Set-up, joining, review, demo, person and own-place links carry their secret in the fragment, which a browser never sends. It is
 * taken out of the address before the first request and kept in this module's memory only.
 */
const pathsWithSecret = ["/j", "/set-up", "/join", "/demo", "/held", "/own/open"];

let secret: string | null = null;
const listeners = new Set<() => void>();

/** Moves the fragment of a link's page out of the address and the history entry, into memory. */
export function takeSecretFromAddress(): void {
  const { pathname, hash } = window.location;
  if (!pathsWithSecret.includes(pathname) || hash.length < 2) return;
  secret = hash.slice(1);
  window.history.replaceState(null, "", pathname);
  for (const listener of listeners) listener();
}

/** What the address carried when this page was opened or a second link was pasted into it. */
export function readSecret(): string | null {
  return secret;
}

/** Forgets the secret, once the server has answered with a cookie instead. */
export function forgetSecret(): void {
  secret = null;
}

/** Calls back when another link is opened in this same tab; answers how to stop. */
export function onNewSecret(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("hashchange", takeSecretFromAddress);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("hashchange", takeSecretFromAddress);
  };
}
