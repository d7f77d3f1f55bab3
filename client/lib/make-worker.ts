/** What is used of Trusted Types; the type library does not have them yet. Its addresses count as text here. */
interface TrustedTypes {
  createPolicy(name: string, rules: AddressRule): AddressRule;
}
interface AddressRule {
  createScriptURL(address: string): string;
}

let policy: AddressRule | null = null;

/**
 * Starts one of our own built workers; the address comes from an import that ends in `?worker&url`. The
 * page's one Trusted Types policy is made here, and throws for every other address.
 */
export function makeWorker(address: string): Worker {
  policy ??= makePolicy();
  return new Worker(policy.createScriptURL(address), { type: "module" });
}

function makePolicy(): AddressRule {
  // Browsers without Trusted Types have no such name; the rule holds there all the same.
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy("sameframe-worker", ownWorkers) ?? ownWorkers;
}

const ownWorkers: AddressRule = {
  createScriptURL(address) {
    const { origin, pathname } = new URL(address, location.href);
    const isOwn = origin === location.origin && /^\/assets\/[\w-]+-worker-[\w-]+\.js$/.test(pathname);
    if (!isOwn) throw new TypeError("This is not one of our own workers.");
    return address;
  },
};
