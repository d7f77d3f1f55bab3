/** Tells the person at the keyboard what is being done; on stderr, so that stdout stays a command's own. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A refusal with one sentence on what to do; setup prints it without a stack. */
export class SetupRefusal extends Error {}
