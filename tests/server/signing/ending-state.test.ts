import { expect, it } from "vitest";
import {
  endingOf,
  isAgreedByBoth,
  newEnding,
  withAgreement,
  withContent,
  withoutAgreement,
} from "#server/signing/ending-state.ts";
import type { Agreement } from "#server/signing/ending-state.ts";
import { callum, nadia } from "#tests/helpers/timelines.ts";

const [now, earlier] = ["1".repeat(64), "2".repeat(64)];
const byNadia: Agreement = {
  signer: { participantId: nadia, name: "Nadia", role: "guider", agreedAtMs: 1 },
  contentHash: now,
};
const byCallum: Agreement = {
  signer: { participantId: callum, name: "Callum", role: "practitioner", agreedAtMs: 2 },
  contentHash: now,
};

it("[BD54] is agreed by both only when guider and practitioner agree to the same content", () => {
  const one = withAgreement(newEnding(null), byNadia);
  const both = withAgreement(one, byCallum);
  const apart = withAgreement(one, { ...byCallum, contentHash: earlier });

  expect([one, both, apart].map((state) => isAgreedByBoth(state, now))).toEqual([
    false,
    true,
    false,
  ]);
  expect(isAgreedByBoth(both, earlier)).toBe(false);
});

it("[BD54] holds one agreement of each person, the latest", () => {
  const again = withAgreement(withAgreement(newEnding(null), byNadia), {
    ...byNadia,
    contentHash: earlier,
  });

  expect(again.agreements).toEqual([{ ...byNadia, contentHash: earlier }]);
  expect(withoutAgreement(again, callum)).toBe(again);
  expect(withoutAgreement(again, nadia).agreements).toEqual([]);
});

it("[BD54] says that the board changed until somebody agrees anew", () => {
  const agreed = withAgreement(newEnding(null), byNadia);

  const changed = withContent(agreed, earlier);

  expect(withContent(agreed, now)).toBe(agreed);
  expect(endingOf(changed)).toEqual({
    isOpen: false,
    agreedBy: [],
    isChanged: true,
    signed: null,
  });
  expect(withAgreement(changed, { ...byCallum, contentHash: earlier }).isChanged).toBe(false);
  expect(withoutAgreement(agreed, nadia).isChanged).toBe(false);
});
