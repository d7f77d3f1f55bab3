import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const serverEntries = {
  main: "server/main.ts",
  cli: "server/cli.ts",
  "board-log-worker": "server/board/board-log-worker.ts",
  "database-worker": "server/storage/sqlite/database-worker.ts",
  "inspection-worker": "server/media/inspection-worker.ts",
};

/**
 * One configuration for the page, the server and the tests. `vite build` writes the page to
 * `dist/client`; `vite build --ssr` writes the server to `dist/server`, its packages left outside.
 */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        build: {
          ssr: true,
          target: "node20",
          outDir: "dist/server",
          rolldownOptions: { input: serverEntries },
        },
      }
    : {
        root: "client",
        plugins: [react()],
        build: {
          target: "es2023",
          outDir: "../dist/client",
          emptyOutDir: true,
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
        },
        test: {
          root: ".",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/room/**", "tests/engines/**"],
          testTimeout: 20_000,
          hookTimeout: 20_000, // setting up is a part of the test
          maxWorkers: "100%", // much of it waits for disks and sockets
        },
      },
);
