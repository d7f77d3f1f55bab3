/** One of the demo's journeys, as `scripts/demo/scenario-*.mjs` tells it. */
export interface Scenario {
  readonly journey: { readonly practitionerName: string; readonly childName: string };
  readonly cycles: readonly { readonly checkIns: { readonly after: { readonly word: string } } }[];
}

/** What `--scenario` takes. */
export const scenarios: { readonly a: Scenario; readonly b: Scenario };
