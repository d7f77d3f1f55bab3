/** The sum of nothing: where every tally begins. */
export const nothingRan = { passed: 0, failed: 0, skipped: 0 };

/** Adds tallies up. */
export function addUp(tallies) {
  return tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    nothingRan,
  );
}

/** A run that went wrong without naming a test counts as one that failed; so does one that ran nothing. */
function neverSilent(tally, exitCode) {
  const sawTests = tally.passed + tally.failed + tally.skipped > 0;
  if (tally.failed === 0 && (exitCode !== 0 || !sawTests)) return { ...tally, failed: 1 };
  return tally;
}

/** Reads vitest's JSON report (`null` when it wrote none). A file that could not be loaded counts as one. */
export function tallyOfVitest(report, exitCode) {
  if (report === null) return { ...nothingRan, failed: 1 };
  const unloaded = (report.testResults ?? []).filter(
    (file) => file.status === "failed" && (file.assertionResults ?? []).length === 0,
  );
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return neverSilent(tally, exitCode);
}

/** Reads Playwright Test's JSON report (`null` when it wrote none). A flaky test has failed. */
export function tallyOfPlaywright(report, exitCode) {
  if (report === null) return { ...nothingRan, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return neverSilent({ passed: expected, failed: unexpected + flaky, skipped }, exitCode);
}

/** The titles of Playwright Test's JSON report, each with its file and the groups it stands in. */
export function titlesOfPlaywright(report) {
  const walk = (suite, above) => [
    ...(suite.specs ?? []).map((spec) => [...above, spec.title].join(" > ")),
    ...(suite.suites ?? []).flatMap((inner) => walk(inner, [...above, inner.title])),
  ];
  return (report?.suites ?? []).flatMap((suite) => walk(suite, [suite.title]));
}

/** The titles of those that did not run, each with the reason that was given. */
export function skippedOfPlaywright(report) {
  const walk = (suite) => [
    ...(suite.specs ?? []).flatMap((spec) => {
      const skipped = (spec.tests ?? []).filter(({ status }) => status === "skipped");
      return skipped.map(({ annotations = [] }) => {
        const reason = annotations.find(({ type }) => type === "skip")?.description;
        return reason === undefined ? spec.title : `${spec.title} (${reason})`;
      });
    }),
    ...(suite.suites ?? []).flatMap(walk),
  ];
  return (report?.suites ?? []).flatMap(walk);
}

/** The last line of every run. */
export function closingLine({ passed, failed, skipped }) {
  const counted = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${counted}, ${skipped} skipped` : counted;
}
