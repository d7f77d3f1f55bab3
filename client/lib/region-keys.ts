import { useEffect } from "react";

const regionSelector =
  'main, nav, aside, [role="dialog"], section[aria-label], section[aria-labelledby]';
const hiddenSelector = '[aria-hidden="true"], [inert], [hidden]';

/** F6 goes to the next region of the page and Shift+F6 to the one before, the knock and dialogs included. */
export function useRegionKeys(): void {
  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      if (focusNextRegion(event.shiftKey ? -1 : 1)) event.preventDefault();
    }
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, []);
}

function focusNextRegion(step: 1 | -1): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>(regionSelector)].filter(
    (region) => region.closest(hiddenSelector) === null && region.getClientRects().length > 0,
  );
  const next = regions[nextPlace(regions, step)];
  if (next === undefined) return false;
  if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
  next.focus();
  return true;
}

/** After the innermost region that holds the focus; from nowhere, the first or the last. */
function nextPlace(regions: readonly HTMLElement[], step: 1 | -1): number {
  const here = regions.findLastIndex((region) => region.contains(document.activeElement));
  if (here === -1) return step === 1 ? 0 : regions.length - 1;
  return (here + step + regions.length) % regions.length;
}
