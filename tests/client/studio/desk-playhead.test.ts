import { describe, expect, it } from "vitest";
import { createPlayhead } from "#client/features/studio/desk/playhead.ts";
import { createFilmFrames } from "#client/features/studio/film/film-frames.ts";
import type { FilmRate } from "#client/features/studio/film/film-picture.ts";

// Pictures at uneven times, as a phone writes them.
const frames = createFilmFrames({ framesMs: [0, 40, 80, 200, 240, 280], durationMs: 320 });

/** A picture that plays when it is told a picture was seen. */
function fakePicture() {
  const asked: string[] = [];
  let onFrame = (_index: number): void => undefined;
  let onPlaying = (_isPlaying: boolean): void => undefined;
  return {
    asked,
    seen: (index: number) => onFrame(index),
    show(index: number) {
      const shown = Math.min(frames.count - 1, Math.max(0, index));
      asked.push(`show ${shown}`);
      onPlaying(false);
      onFrame(shown);
      return Promise.resolve();
    },
    play(rate: FilmRate) {
      asked.push(`play ${rate}`);
      onPlaying(true);
    },
    onFrame(listener: typeof onFrame) {
      onFrame = listener;
      return () => (onFrame = () => undefined);
    },
    onPlaying(listener: typeof onPlaying) {
      onPlaying = listener;
      return () => (onPlaying = () => undefined);
    },
  };
}

function open(placeMs = 0) {
  const picture = fakePicture();
  return { picture, playhead: createPlayhead(frames, picture, placeMs) };
}

describe("the playhead", () => {
  it("[CP36] begins with the picture where the film was left", () => {
    const { picture, playhead } = open(199);

    expect(picture.asked).toEqual(["show 2"]);
    expect(playhead.placeMs()).toBe(80);
  });

  it("[CP36] steps by pictures and goes to places, never out of the film", () => {
    const { playhead } = open(80);
    const placesMs = [1, 1, -1, -9, 9].map((pictures) => {
      playhead.step(pictures);
      return playhead.placeMs();
    });
    playhead.seek(90_000);

    expect(placesMs).toEqual([200, 240, 200, 0, 280]);
    expect(playhead.placeMs()).toBe(280);
  });

  it("[CP36] plays a clip from its first picture and rests on its last", () => {
    const { picture, playhead } = open();

    playhead.playStretch({ startMs: 80, endMs: 240 });
    expect(playhead.current()).toMatchObject({ frameIndex: 2, isPlaying: true });
    picture.seen(4); // the one after its last was seen first
    expect(playhead.current()).toMatchObject({ frameIndex: 3, isPlaying: false });
    expect(picture.asked.slice(1)).toEqual(["show 2", "play 1", "show 3"]);
  });

  it("[CP36] a clip's end stops nothing that was begun after it", () => {
    const { picture, playhead } = open();

    playhead.playStretch({ startMs: 0, endMs: 80 });
    playhead.play();
    picture.seen(4);
    expect(playhead.current()).toMatchObject({ frameIndex: 4, isPlaying: true });
    playhead.playStretch({ startMs: 0, endMs: 80 });
    playhead.seek(200);
    playhead.play();
    picture.seen(5);
    expect(playhead.current()).toMatchObject({ frameIndex: 5, isPlaying: true });
  });

  it("[CP36] another speed holds while it plays and for the next play; at rest it begins nothing", () => {
    const { picture, playhead } = open();

    playhead.setRate(0.5);
    playhead.play();
    playhead.setRate(2);
    playhead.pause();

    expect(picture.asked).toEqual(["show 0", "play 0.5", "play 2", "show 0"]);
    expect(playhead.current()).toEqual({ frameIndex: 0, isPlaying: false, rate: 2 });
  });

  it("[CP36] tells nobody any more once it is closed", () => {
    const { picture, playhead } = open();
    let told = 0;
    playhead.subscribe(() => (told += 1));

    picture.seen(1);
    playhead.close();
    picture.seen(2);

    expect(told).toBe(1);
  });
});
