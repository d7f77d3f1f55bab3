// The sound of a clip as 16-bit mono samples: a quiet room, water, hummed tones. Made, not recorded.

export const sampleRate = 48_000;

/** A small generator of pseudo-random numbers, so that the same script makes the same sound. */
function noise(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

function swell(seconds, from, to, edge) {
  if (seconds < from || seconds > to) return 0;
  return Math.min(1, (seconds - from) / edge, (to - seconds) / edge);
}

function tone(seconds, from, to, hertz, brightness) {
  const loud = swell(seconds, from, to, 0.12);
  if (loud === 0) return 0;
  const since = seconds - from;
  const phase = 2 * Math.PI * hertz * (since + 0.0008 * Math.sin(2 * Math.PI * 5 * since));
  return (
    loud *
    (Math.sin(phase) + brightness * Math.sin(2 * phase) + brightness * 0.5 * Math.sin(3 * phase))
  );
}

/** A tone from one pitch to another, as a voice or a device would sound it. */
function glide(seconds, { from, to, hertz: [first, last], brightness, loud }) {
  const strength = swell(seconds, from, to, Math.min(0.12, (to - from) / 3));
  if (strength === 0) return 0;
  const since = seconds - from;
  const turns = first * since + ((last - first) * since * since) / (2 * (to - from));
  const phase = 2 * Math.PI * turns;
  return loud * strength * (Math.sin(phase) + brightness * Math.sin(2 * phase));
}

/** Drops and bubbles: short rising tones at instants drawn from the seed. */
function bubbles(spans, everySeconds, seed) {
  const next = noise(seed);
  const made = [];
  for (const [from, to] of spans) {
    for (let at = from; at < to; at += everySeconds * (0.6 + 0.4 * Math.abs(next()))) {
      made.push({ at, hertz: 480 + 520 * Math.abs(next()), loud: 0.3 + 0.5 * Math.abs(next()) });
    }
  }
  return made;
}

/** The samples of one story. */
export function makeSound(story) {
  const count = Math.round(story.seconds * sampleRate);
  const samples = new Float64Array(count);
  const hiss = noise(7);
  const drops = bubbles(story.splash, 0.16, 11).concat(
    story.pour === null ? [] : bubbles([story.pour], 0.045, 23),
  );
  let low = 0;
  let band = 0;
  for (let n = 0; n < count; n += 1) {
    const seconds = n / sampleRate;
    const white = hiss();
    low += (white - low) * 0.02;
    band += (white - band) * 0.18;
    let value = low * 0.035;
    if (story.pour !== null) value += (band - low) * 0.06 * swell(seconds, ...story.pour, 0.25);
    for (const span of story.splash) value += (band - low) * 0.03 * swell(seconds, ...span, 0.3);
    for (const span of story.kitHums) value += 0.13 * tone(seconds, ...span, 330, 0.22);
    for (const span of story.callumHums) value += 0.15 * tone(seconds, ...span, 165, 0.4);
    story.words.forEach((span, word) => {
      value += 0.1 * tone(seconds, ...span, [150, 168, 138][word] ?? 150, 0.6);
    });
    for (const note of story.notes ?? []) value += glide(seconds, note);
    samples[n] = value;
  }
  for (const drop of drops) addDrop(samples, drop);
  for (const second of story.taps ?? []) addTap(samples, second);
  return toPcm(samples, story.seconds);
}

function addDrop(samples, { at, hertz, loud }) {
  const first = Math.round(at * sampleRate);
  const length = Math.round(0.07 * sampleRate);
  for (let n = 0; n < length && first + n < samples.length; n += 1) {
    const since = n / sampleRate;
    const fade = Math.exp(-since * 60) * Math.min(1, since * 600);
    samples[first + n] +=
      0.07 * loud * fade * Math.sin(2 * Math.PI * hertz * (1 + since * 6) * since);
  }
}

/** A finger on paper: short, low and soft. */
function addTap(samples, second) {
  const first = Math.round(second * sampleRate);
  for (let n = 0; n < 0.09 * sampleRate && first + n < samples.length; n += 1) {
    const since = n / sampleRate;
    const fade = Math.exp(-since * 55) * Math.min(1, since * 900);
    samples[first + n] += 0.3 * fade * Math.sin(2 * Math.PI * (170 - since * 700) * since);
  }
}

function toPcm(samples, seconds) {
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((value, n) => {
    const edges = swell(n / sampleRate, 0, seconds, 0.15);
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value * edges * 1.6)) * 32_767), n * 2);
  });
  return bytes;
}
