/** The upright picture. */
export const pictureSize: { readonly width: number; readonly height: number };
/** How many pictures a film has at 25 a second. */
export const filmFrames: number;
/** How long a film is. */
export const filmSeconds: number;
/** Where somebody stands who must not be seen, in pixels. */
export const bystander: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
/** One picture, a byte a pixel. */
export function filmPicture(number: number): Uint8Array;
