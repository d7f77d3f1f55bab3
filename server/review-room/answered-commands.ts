/** Remembers the answers to the last commands, so that a command sent twice is done once. */
export interface AnsweredCommands {
  /** The earlier answer to this command, or `work()`'s, which is then remembered. */
  once<Answer>(commandId: string, work: () => Promise<Answer>): Promise<Answer>;
}

/** Keeps `limit` answers; older ones are forgotten first. */
export function createAnsweredCommands(limit = 200): AnsweredCommands {
  const answers = new Map<string, Promise<unknown>>();
  return {
    once<Answer>(commandId: string, work: () => Promise<Answer>): Promise<Answer> {
      const before = answers.get(commandId);
      // A command id belongs to one event of one participant, so its answer has this type.
      if (before !== undefined) return before as Promise<Answer>;
      const answer = work();
      answers.set(commandId, answer);
      // What broke was not done: asked again, it is tried again.
      answer.catch(() => answers.delete(commandId));
      for (const oldest of answers.keys()) {
        if (answers.size <= limit) break;
        answers.delete(oldest);
      }
      return answer;
    },
  };
}
