import { describe, expect, it } from "vitest";
import {
  addUp,
  closingLine,
  nothingRan,
  skippedOfPlaywright,
  tallyOfPlaywright,
  tallyOfVitest,
  titlesOfPlaywright,
} from "#scripts/run-tests/tally.mjs";

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: "failed", assertionResults: [{ status: "failed" }] }],
};

describe("the closing line", () => {
  it("[HS10] sums what every tool ran", () => {
    const stats = { expected: 3, unexpected: 1, flaky: 0, skipped: 0 };

    const sum = addUp([tallyOfVitest(vitestReport, 1), tallyOfPlaywright({ stats }, 1)]);

    expect(closingLine(sum)).toBe("8 passed, 2 failed");
  });

  it("[HS10] says how many did not run, when some did not", () => {
    expect(closingLine({ passed: 4, failed: 0, skipped: 2 })).toBe("4 passed, 0 failed, 2 skipped");
  });

  it("[HS10] counts a file that could not be loaded as a failure", () => {
    const report = {
      ...vitestReport,
      numFailedTests: 0,
      testResults: [{ status: "failed", assertionResults: [] }],
    };

    expect(tallyOfVitest(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it("[HS10] counts a run that ended badly without naming a test as a failure", () => {
    const report = { ...vitestReport, numFailedTests: 0, testResults: [] };
    const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

    expect(tallyOfVitest(report, 1).failed).toBe(1);
    expect(tallyOfPlaywright({ stats }, 1).failed).toBe(1);
  });

  it("[HS10] counts a run of nothing, or without a report, as a failure", () => {
    const empty = { ...vitestReport, numPassedTests: 0, numFailedTests: 0, testResults: [] };
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };

    expect(tallyOfVitest(empty, 0)).toEqual({ ...nothingRan, failed: 1 });
    expect(tallyOfPlaywright({ stats }, 0)).toEqual({ ...nothingRan, failed: 1 });
    expect(tallyOfVitest(null, 0)).toEqual({ ...nothingRan, failed: 1 });
    expect(tallyOfPlaywright(null, 0)).toEqual({ ...nothingRan, failed: 1 });
  });

  it("[HS10] counts a flaky test as failed", () => {
    const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 0 };

    expect(tallyOfPlaywright({ stats }, 0).failed).toBe(1);
  });

  it("[HS10] comes after the names of the browser tests that could not run", () => {
    const report = {
      suites: [
        {
          title: "walk.test.ts",
          specs: [{ title: "alone" }],
          suites: [{ title: "the room", specs: [{ title: "two people" }] }],
        },
      ],
    };

    expect(titlesOfPlaywright(report)).toEqual([
      "walk.test.ts > alone",
      "walk.test.ts > the room > two people",
    ]);
  });

  it("[PB63] comes after the names of the tests that were left out, each with its reason", () => {
    const annotations = [{ type: "skip", description: "there is no WebKit on this machine" }];
    const report = {
      suites: [
        {
          title: "engines/pairs.test.ts",
          specs: [
            { title: "one pair", tests: [{ status: "expected", annotations: [] }] },
            { title: "another pair", tests: [{ status: "skipped", annotations }] },
          ],
        },
      ],
    };

    expect(skippedOfPlaywright(report)).toEqual([
      "another pair (there is no WebKit on this machine)",
    ]);
  });
});
