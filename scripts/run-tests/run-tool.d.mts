/** Runs one tool out of node_modules to its end; one that does not end in time is ended, and has failed. */
export function runTool(
  root: string,
  tool: string,
  args: readonly string[],
  options: {
    readonly environment?: Record<string, string>;
    readonly isRead?: boolean;
    readonly mostMs: number;
  },
): Promise<{ readonly exitCode: number; readonly stdout: string }>;
