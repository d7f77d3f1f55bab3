/** What one part of the tree may name. The first row whose `of` fits a file is the one that counts. */
export interface ImportRow {
  /** A folder with `/` at its end, or one file; `<name>` stands for one folder's name. */
  readonly of: string;
  /** Folders and files of the project; `<name>` is the same name as in `of`. */
  readonly files: readonly string[];
  readonly packages: readonly string[] | "any";
}

const pagePackages = [
  "@fontsource-variable/atkinson-hyperlegible-next",
  "@lingui/core",
  "@lingui/message-utils",
  "@lingui/react",
  "@tanstack/react-query",
  "lib0",
  "lucide-react",
  "mediabunny",
  "mediasoup-client",
  "react",
  "react-aria-components",
  "react-dom",
  "socket.io-client",
  "tus-js-client",
  "uqr",
  "wouter",
  "y-protocols",
  "y-websocket",
  "yjs",
  "zod",
];

const serverPackages = [
  "@node-rs/argon2",
  "@photostructure/sqlite",
  "@tus/server",
  "cookie",
  "express",
  "express-rate-limit",
  "helmet",
  "kysely",
  "lib0",
  "mediabunny",
  "mediasoup",
  "pino",
  "rate-limiter-flexible",
  "socket.io",
  "ws",
  "y-protocols",
  "yjs",
  "zod",
];

/** The import table of CONVENTIONS.md. */
export const importTable: readonly ImportRow[] = [
  { of: "shared/board/", files: ["shared/"], packages: ["zod", "yjs"] },
  { of: "shared/", files: ["shared/"], packages: ["zod"] },
  { of: "server/", files: ["shared/", "server/"], packages: ["node:", ...serverPackages] },
  {
    of: "client/features/report/",
    files: ["shared/", "client/lib/", "client/text/", "client/ui/", "client/features/report/"],
    packages: [...pagePackages, "docx"],
  },
  {
    of: "client/features/<name>/",
    files: ["shared/", "client/lib/", "client/text/", "client/ui/", "client/features/<name>/"],
    packages: pagePackages,
  },
  { of: "client/lib/", files: ["shared/", "client/lib/", "client/text/"], packages: pagePackages },
  {
    of: "client/ui/",
    files: ["shared/", "client/lib/", "client/text/", "client/ui/"],
    packages: pagePackages,
  },
  { of: "client/text/", files: ["client/text/"], packages: [] },
  { of: "client/pages/", files: ["shared/", "client/"], packages: pagePackages },
  { of: "client/", files: ["shared/", "client/"], packages: pagePackages },
  {
    of: "tests/",
    files: ["client/", "server/", "shared/", "tests/", "scripts/"],
    packages: "any",
  },
];

/** A package that only some places may name, whatever the table says. */
export interface KeptPackage {
  readonly packages: readonly string[];
  /** Where outside it would be a fault: the files this holds for. */
  readonly within: string;
  readonly onlyIn: readonly string[];
}

/** The layers inside the server (ARCHITECTURE.md). */
export const keptPackages: readonly KeptPackage[] = [
  {
    packages: ["node:sqlite", "@photostructure/sqlite", "kysely"],
    within: "server/",
    onlyIn: ["server/storage/"],
  },
  {
    packages: ["socket.io"],
    within: "server/",
    onlyIn: ["server/realtime/", "server/review-room/"],
  },
  { packages: ["mediabunny"], within: "server/", onlyIn: ["server/media/"] },
  { packages: ["mediasoup"], within: "server/", onlyIn: ["server/call/"] },
  { packages: ["@tus/server"], within: "server/", onlyIn: ["server/uploads/"] },
  {
    packages: ["node:fs"],
    within: "server/",
    onlyIn: [
      "server/media/",
      "server/storage/",
      "server/uploads/",
      "server/http/",
      "server/board/board-log-channel.ts",
      "server/main.ts",
      "server/cli.ts",
    ],
  },
];
