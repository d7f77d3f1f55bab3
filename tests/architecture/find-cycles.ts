/** The cycles met on a walk through the graph, each as the files it goes through. None means there is none. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const way: string[] = [];

  function visit(file: string): void {
    if (finished.has(file)) return;
    const met = way.indexOf(file);
    if (met !== -1) {
      cycles.push(way.slice(met));
      return;
    }
    way.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    way.pop();
    finished.add(file);
  }

  for (const file of graph.keys()) visit(file);
  return cycles;
}
