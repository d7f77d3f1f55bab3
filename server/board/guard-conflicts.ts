import * as Y from "yjs";

/** What one edit may make Yjs search: some 4 ms. Real ones stay below a fortieth. */
export const mostSearchSteps = 20_000;

let count: { steps: number; readonly mostSteps: number } | null = null;

/**
 * Does `work` on a document, and answers how far Yjs had to search; throws in the middle of it after more
 * than `mostSteps`. Where people write at one place at the same time, Yjs finds each letter's place by
 * going past the others, one by one. Real writing meets a few. An edit made by hand can name one place
 * thousands of times and stop the server, now and each time the document is loaded. How many will be gone
 * past is known only once the item before has its place, so it is counted there, item by item.
 */
export function countSearches(work: () => void, mostSteps: number): number {
  const before = count;
  const own = { steps: 0, mostSteps };
  count = own;
  try {
    work();
  } finally {
    count = before;
  }
  return own.steps;
}

interface Integrates {
  integrate: (this: Y.Item, transaction: Y.Transaction, offset: number) => void;
}

const items: Integrates = Y.Item.prototype;
const { integrate } = items;
items.integrate = function countAndIntegrate(transaction, offset) {
  if (count !== null) {
    count.steps += stepsOf(this, count.mostSteps - count.steps);
    if (count.steps > count.mostSteps) throw new RangeError("too many places to search");
  }
  integrate.call(this, transaction, offset);
};

/** How many items stand between an item's neighbours as it knew them; stops just above `most`. */
function stepsOf({ left, right, parent, parentSub }: Y.Item, most: number): number {
  if (!(parent instanceof Y.AbstractType)) return 0;
  const first = parentSub === null ? parent._start : null;
  let steps = 0;
  for (let each = left === null ? first : left.right; each !== null; each = each.right) {
    if (each === right || steps > most) break;
    steps += 1;
  }
  return steps;
}
