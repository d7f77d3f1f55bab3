// Renders the small clips the tests play and refuse, into tests/helpers/clips. For maintainers: needs
// ffmpeg; the clips are committed. Every picture carries its frame number as a row of black and white
// blocks (geometry: tests/helpers/clips.ts), so that a test reads the shown frame from pixels.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "tests", "helpers", "clips");
const size = { width: 320, height: 180, block: 20 };
const frameCount = 125;
mkdirSync(folder, { recursive: true });

// Sixteen blocks across the top: white, black, twelve bits of the number (highest first), then the
// number of white bits modulo four in two bits as a check.
function blocksOf(number) {
  const bits = Array.from({ length: 12 }, (_, n) => (number >> (11 - n)) & 1);
  const check = bits.reduce((sum, bit) => sum + bit, 0) % 4;
  return [1, 0, ...bits, check >> 1, check & 1];
}

function drawFrame(number) {
  const picture = Buffer.alloc(size.width * size.height, 96);
  const blocks = blocksOf(number);
  const ballX = 20 + ((number * 7) % (size.width - 40));
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const at = y * size.width + x;
      if (y < size.block * 2) picture[at] = blocks[Math.floor(x / size.block)] === 1 ? 235 : 16;
      else if ((x - ballX) ** 2 + (y - 110) ** 2 < 400) picture[at] = 190;
    }
  }
  return picture;
}

const frames = Buffer.concat(Array.from({ length: frameCount }, (_, n) => drawFrame(n)));

function render(name, options, input) {
  const path = join(folder, name);
  rmSync(path, { force: true });
  const clean = [
    "-map_metadata",
    "-1",
    "-fflags",
    "+bitexact",
    "-flags:v",
    "+bitexact",
    "-flags:a",
    "+bitexact",
  ];
  const args = ["-v", "error", ...options(clean), path];
  const done = spawnSync("ffmpeg", args, input === undefined ? {} : { input });
  if (done.status !== 0) throw new Error(`${name}: ${String(done.stderr)}`);
}

const pictures = [
  "-f",
  "rawvideo",
  "-pix_fmt",
  "gray",
  "-s",
  "320x180",
  "-r",
  "25",
  "-i",
  "pipe:0",
];
const tone = ["-f", "lavfi", "-i", "sine=frequency=330:sample_rate=48000:duration=5"];
const h264 = [
  "-c:v",
  "libx264",
  "-pix_fmt",
  "yuv420p",
  "-preset",
  "slow",
  "-crf",
  "30",
  "-g",
  "50",
  "-bf",
  "2",
];
const fast = ["-movflags", "+faststart"];
const aac = ["-c:a", "aac", "-b:a", "48k", "-ac", "1"];
const vp9 = ["-c:v", "libvpx-vp9", "-pix_fmt", "yuv420p", "-crf", "40", "-b:v", "0", "-g", "50"];
const opus = ["-c:a", "libopus", "-b:a", "32k", "-ac", "1"];

render("h264-silent.mp4", (clean) => [...pictures, ...h264, ...clean, ...fast], frames);
render(
  "h264-aac.mp4",
  (clean) => [...pictures, ...tone, ...h264, ...aac, ...clean, ...fast],
  frames,
);
render("vp9-opus.webm", (clean) => [...pictures, ...tone, ...vp9, ...opus, ...clean], frames);
// Uneven frame times, and one long picture in the middle, as phones make them.
const uneven = "settb=1/90000,setpts='(N*0.04+0.014*sin(N*1.7)+0.2*gt(N,60))/TB'";
render(
  "h264-variable.mp4",
  (clean) => [
    ...pictures,
    "-vf",
    uneven,
    "-fps_mode",
    "passthrough",
    "-enc_time_base",
    "1:90000",
    ...h264,
    "-video_track_timescale",
    "90000",
    ...clean,
    ...fast,
  ],
  frames,
);
// Broadcast's 29.97, and grain, so that it is heavy enough for a thin line to be seen.
const grain = "noise=alls=16:allf=t+u:all_seed=7";
render(
  "h264-2997.mp4",
  (clean) => [
    ...pictures.map((word) => (word === "25" ? "30000/1001" : word)),
    "-vf",
    grain,
    ...h264,
    "-crf",
    "25",
    "-video_track_timescale",
    "30000",
    ...clean,
    ...fast,
  ],
  frames,
);

// Clips that must be refused.
const copyOf = (name) => ["-i", join(folder, name), "-c", "copy"];
const some = frames.subarray(0, frames.length / 5);
render(
  "refused-hevc.mp4",
  (clean) => [
    ...pictures,
    "-c:v",
    "libx265",
    "-x265-params",
    "log-level=none",
    "-pix_fmt",
    "yuv420p",
    "-tag:v",
    "hvc1",
    ...clean,
  ],
  some,
);
render("refused-hidden-frames.mp4", (clean) => [
  "-ss",
  "1.2",
  ...copyOf("h264-aac.mp4"),
  "-t",
  "2",
  ...clean,
]);
render("refused-tagged.mp4", () => [
  ...copyOf("h264-silent.mp4"),
  "-metadata",
  "title=Kit at the tray",
  "-metadata",
  "location=+52.4862-001.8904/",
]);
render("refused-tagged.webm", () => [
  ...copyOf("vp9-opus.webm"),
  "-metadata",
  "title=Kit at the tray",
]);
render("refused-matroska.mkv", (clean) => [...copyOf("h264-silent.mp4"), ...clean]);
render("refused-two-pictures.mp4", (clean) => [
  ...copyOf("h264-silent.mp4"),
  "-map",
  "0:v",
  "-map",
  "0:v",
  ...clean,
]);
render("refused-sound-only.mp4", (clean) => [...copyOf("h264-aac.mp4"), "-vn", ...clean]);
render("refused-wide.mp4", (clean) => [
  "-f",
  "lavfi",
  "-i",
  "color=c=gray:s=2048x64:r=25:d=0.4",
  ...h264,
  ...clean,
]);
render("refused-long.webm", (clean) => [
  "-f",
  "lavfi",
  "-i",
  "color=c=gray:s=64x64:r=1:d=62",
  ...vp9,
  ...clean,
]);
