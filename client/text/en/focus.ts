/** The helping question and the goals: their line from 0 to 10, over the cycles, in the room and on the journey's page. */
export const focus = {
  "focus.lines.name": "{goal}: from 0 to 10 over the cycles",
  "focus.lines.start": "Start",
  "focus.lines.cycle": "Cycle {number}",
  "focus.lines.after": "After cycle {number}",
  "focus.lines.hopedFor": "Hoped for",
  "focus.lines.goal": "Goal",
  "focus.lines.table": "See as a table",
  "focus.lines.notSaid": "Not said",
} as const;
