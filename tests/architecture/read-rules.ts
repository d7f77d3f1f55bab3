/** One promise of RULES.md. */
export interface Rule {
  readonly id: string;
  readonly sentence: string;
}

/** Every line of the form `- **PB5** sentence.` */
export function readRules(markdown: string): Rule[] {
  return [...markdown.matchAll(/^- \*\*([A-Z]+\d+)\*\* (.+)$/gm)].map(
    ([, id = "", sentence = ""]) => ({
      id,
      sentence,
    }),
  );
}
