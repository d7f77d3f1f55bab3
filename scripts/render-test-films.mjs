// Renders the small films the studio's tests are made on, into tests/helpers/films. For maintainers: needs
// ffmpeg; the films are committed. Every picture carries its number as tests/helpers/clips.ts reads it, and
// every moment of sound tells its place (tests/helpers/film-sound.mjs), so that whatever of a film is found
// in a clip says where it comes from. `--long FOLDER` makes the film of the benchmarks instead.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  filmFrames,
  filmSeconds,
  filmPicture,
  pictureSize,
} from "../tests/helpers/film-picture.mjs";
import { soundOf } from "../tests/helpers/film-sound.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "tests", "helpers", "films");
const work = mkdtempSync(join(tmpdir(), "sameframe-films-"));
mkdirSync(folder, { recursive: true });

const rawPictures = join(work, "pictures.raw");
const rawSound = join(work, "sound.raw");
writeFileSync(
  rawPictures,
  Buffer.concat(Array.from({ length: filmFrames }, (_, n) => filmPicture(n))),
);
writeFileSync(rawSound, Buffer.from(soundOf(0, filmSeconds * 48_000, 48_000).buffer));

function render(name, ...args) {
  const path = join(folder, name);
  rmSync(path, { force: true });
  const done = spawnSync("ffmpeg", ["-v", "error", ...args.flat(), path]);
  if (done.status !== 0) throw new Error(`${name}: ${String(done.stderr)}`);
}

const { width, height } = pictureSize;
const raw = (rate) =>
  `-f rawvideo -pix_fmt gray -s ${width}x${height} -r ${rate} -i ${rawPictures}`.split(" ");
const sound = `-f f32le -ar 48000 -ac 1 -i ${rawSound}`.split(" ");
const words = (line) => line.split(" ");
const clean = words("-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact");
const h264 = words("-c:v libx264 -pix_fmt yuv420p -preset slow -crf 31");
const aac = words("-c:a aac -b:a 56k -ac 1");
const fast = words("-movflags +faststart");

// Pictures out of their order, and a key picture only each four seconds.
render("b-frames.mp4", raw(25), sound, h264, words("-g 100 -bf 3 -refs 4"), aac, clean, fast);
render(
  "vp9.webm",
  raw(25),
  sound,
  words("-c:v libvpx-vp9 -pix_fmt yuv420p -crf 42 -b:v 0 -g 75"),
  words("-c:a libopus -b:a 40k -ac 1"),
  clean,
);
// Uneven times and one long picture, as phones make them.
const uneven = "settb=1/90000,setpts='(N*0.036+0.012*sin(N*1.7)+0.4*gt(N,70))/TB'";
render(
  "variable.mp4",
  raw(25),
  sound,
  ["-vf", uneven],
  words("-fps_mode passthrough -enc_time_base 1:90000"),
  h264,
  words("-g 60 -bf 2"),
  aac,
  words("-video_track_timescale 90000"),
  clean,
  fast,
);
// Faster than a clip may be.
render("sixty.mp4", raw(60), sound, h264, words("-g 120 -bf 2"), aac, words("-t 2.5"), clean, fast);
// A phone held upright: the picture lies on its side in the file, which says where and with what it was made.
render(
  "sideways.mp4",
  raw(25),
  sound,
  words("-vf transpose=clock"),
  h264,
  words("-g 50 -bf 2"),
  aac,
  clean,
  fast,
);
render(
  "phone.mov",
  words(`-i ${join(folder, "sideways.mp4")} -c copy`),
  [
    "-metadata:s:v",
    "rotate=90",
    "-metadata",
    "com.apple.quicktime.location.ISO6709=+52.4862-001.8904+150.000/",
    "-metadata",
    "com.apple.quicktime.make=Kitphone",
    "-metadata",
    "com.apple.quicktime.model=Kitphone 15 Pro",
    "-metadata",
    "location=+52.4862-001.8904/",
    "-metadata",
    "creation_time=2026-05-04T10:11:12Z",
  ],
  words("-movflags use_metadata_tags"),
);
rmSync(join(folder, "sideways.mp4"));

// Films that cannot be opened, and why; what is only broken is broken in tests/helpers/films.ts.
render("one-frame.mp4", raw(25), h264, words("-frames:v 1"), clean, fast);
render(
  "encrypted.mp4",
  words(`-i ${join(folder, "b-frames.mp4")} -c copy -t 1`),
  words(
    "-encryption_scheme cenc-aes-ctr -encryption_key 76a6c65c5ea762046bd749a2e632ccbb -encryption_kid a7e61c373e219033c21091fa607bf3b8",
  ),
  clean,
);
rmSync(work, { recursive: true });
