/** Prints what a test on Node has measured: a figure to read, never a limit to fail by. */
export function tellMeasured(words: string): void {
  process.stdout.write(`      measured: ${words}\n`);
}
