// Draws and renders the clips of the demo into demo/. For maintainers: needs ffmpeg and Chromium
// (CHROMIUM names it); the clips are committed. `--frames 10,55` writes these pictures of each clip as PNG
// to the folder named by `--to` instead, to be looked at; `--only clip-2-1` renders that clip alone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { makeSound, sampleRate } from "./demo-clips/make-sound.mjs";
import { stories } from "./demo-clips/stories.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const framesPerSecond = 25;
const toVideoRange = "out_color_matrix=bt709:out_range=tv";
const largeClip = {
  type: "image/jpeg",
  codec: "mjpeg",
  video: `-preset slow -crf 22 -vf scale=${toVideoRange}`,
  sound: "-b:a 96k",
};
// For flat colours, about 200 kB: key frames weigh most, so they are held no better than the rest.
const smallClip = {
  type: "image/png",
  codec: "png",
  video: `-preset veryslow -tune animation -crf 31.6 -x264-params ipratio=1:psy=0 -vf scale=960:540:flags=lanczos:${toVideoRange}`,
  sound: "-ar 24000 -b:a 24k",
};
const { values: options } = parseArgs({
  options: { frames: { type: "string" }, to: { type: "string" }, only: { type: "string" } },
});

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await openDrawingPage();
  for (const [number, story] of stories.entries()) {
    if (options.only !== undefined && options.only !== story.name) continue;
    if (options.frames === undefined) await renderClip(page, number, story);
    else await renderPictures(page, number, story);
  }
} finally {
  await browser.close();
}

// The page takes its modules from this folder; nothing is fetched from anywhere.
async function openDrawingPage() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/")
      return route.fulfill({ contentType: "text/html", body: "<canvas></canvas>" });
    const body = await readFile(join(here, "demo-clips", basename(pathname)));
    return route.fulfill({ contentType: "text/javascript", body });
  });
  await page.goto("http://drawing.invalid/");
  await page.evaluate(async () => {
    const { drawFrame } = await import("/draw-frame.mjs");
    const canvas = document.querySelector("canvas");
    canvas.width = 1280;
    canvas.height = 720;
    const context = canvas.getContext("2d", { alpha: false });
    globalThis.drawPicture = async (number, seconds, type) => {
      drawFrame(context, number, seconds);
      return canvas.toDataURL(type, 0.96).split(",")[1];
    };
  });
  return page;
}

async function draw(page, number, frame, type) {
  const job = { number, seconds: frame / framesPerSecond, type };
  const encoded = await page.evaluate(
    (each) => globalThis.drawPicture(each.number, each.seconds, each.type),
    job,
  );
  return Buffer.from(encoded, "base64");
}

async function renderPictures(page, number, story) {
  for (const frame of options.frames.split(",").map(Number)) {
    const name = `${story.name}-${String(frame).padStart(3, "0")}.png`;
    await writeFile(join(options.to ?? ".", name), await draw(page, number, frame, "image/png"));
  }
}

async function renderClip(page, number, story) {
  const folder = await mkdtemp(join(tmpdir(), "sameframe-drawing-"));
  const sound = join(folder, "sound.raw");
  const clip = join(here, "..", "demo", `${story.name}.mp4`);
  await writeFile(sound, makeSound(story));
  const settings = story.small ? smallClip : largeClip;
  const input = `-f image2pipe -c:v ${settings.codec} -r ${framesPerSecond} -i pipe:0 -f s16le -ar ${sampleRate} -ac 1`;
  const colours = "-colorspace bt709 -color_primaries bt709 -color_trc bt709";
  const bitExact = "-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact";
  const output = `-c:v libx264 ${settings.video} -pix_fmt yuv420p -g 12 -bf 2 ${colours} -c:a aac ${settings.sound} ${bitExact} -movflags +faststart`;
  const ffmpeg = spawn(
    "ffmpeg",
    ["-v", "error", "-y", ...input.split(" "), "-i", sound, ...output.split(" "), clip],
    { stdio: ["pipe", "inherit", "inherit"] },
  );
  const ended = once(ffmpeg, "exit");
  const frames = Math.round(story.seconds * framesPerSecond);
  for (let frame = 0; frame < frames; frame += 1) {
    const picture = await draw(page, number, frame, settings.type);
    if (!ffmpeg.stdin.write(picture)) await once(ffmpeg.stdin, "drain");
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  await rm(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`${story.name} was not rendered: ffmpeg ended with ${code}`);
}
