/**
 * Every expected refusal of the server by name, with its HTTP status. Each has a sentence and a next
 * step in the text catalogue (`refusal.<name>`).
 */
export const refusals = {
  invalid: 400,
  "not-signed-in": 401,
  forbidden: 403,
  "not-found": 404,
  "already-done": 409,
  "signed-in-as-guider": 409,
  "journey-full": 409,
  "review-ended": 409,
  "room-locked": 409,
  "permissions-missing": 403,
  "link-early": 403,
  "link-ended": 403,
  "wrong-name-or-password": 401,
  "too-large": 413,
  "too-many-requests": 429,
  "foreign-origin": 403,
  "disk-full": 507,
  "server-error": 500,
  "clip-not-video": 422,
  "clip-container": 422,
  "clip-codec": 422,
  "clip-too-long": 422,
  "clip-hidden-frames": 422,
  "clip-metadata": 422,
  "clip-timestamps": 422,
  "clip-picture-size": 422,
  "clip-incomplete": 422,
  "stale-revision": 409,
  "stale-epoch": 409,
  "unknown-clip": 404,
  "playing-now": 409,
  "loop-length": 422,
  covered: 409,
  "board-full": 409,
  "aims-full": 409,
  "not-seated": 409,
} as const;

export type Refusal = keyof typeof refusals;
