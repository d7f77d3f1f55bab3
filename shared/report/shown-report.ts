import { initialOf, replaceNames } from "./names.ts";
import type { Report } from "./report.ts";

/**
 * A report as people get it. With initials, the names of everybody in it, and of these people too, are
 * their initials in every text there is; what nobody wrote stays.
 */
export function shownReport(report: Report, people: readonly string[]): Report {
  if (!report.usesInitials) return report;
  const { practitionerName, childName, guiderName } = report;
  const names = [childName, practitionerName, guiderName, ...people];
  const changes = [...new Set(names)].map((name) => ({ name, by: initialOf(name) }));
  const told = (text: string) => replaceNames(text, changes);
  return {
    ...report,
    practitionerName: initialOf(practitionerName),
    childName: initialOf(childName),
    guiderName: initialOf(guiderName),
    helpingQuestion: told(report.helpingQuestion),
    goals: report.goals.map((goal) => ({
      ...goal,
      text: told(goal.text),
      outcome: told(goal.outcome),
    })),
    moments: report.moments.map((moment) => ({
      ...moment,
      clipTitle: told(moment.clipTitle),
      initiative: told(moment.initiative),
      meaning: told(moment.meaning),
      response: told(moment.response),
      followedBy: told(moment.followedBy),
      feeling: told(moment.feeling),
    })),
    aims: report.aims.map(({ text, whereWhen }) => ({
      text: told(text),
      whereWhen: told(whereWhen),
    })),
    earlierAims: report.earlierAims.map(({ text, howDidItGo }) => ({
      text: told(text),
      howDidItGo: told(howDidItGo),
    })),
    practitionerWords: told(report.practitionerWords),
    guiderWords: told(report.guiderWords),
    wellbeing: told(report.wellbeing),
    next: { ...report.next, what: told(report.next.what) },
  };
}

/** What its guider has of it before the practitioner has agreed: nothing the practitioner put in. */
export function beforeAgreement(report: Report): Report {
  return { ...report, practitionerWords: "", wellbeing: "" };
}
