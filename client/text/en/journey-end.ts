/** How a journey ends: on its guider's page, and in the practitioner's own place. */
export const journeyEnd = {
  "end.title": "How it ends",
  "end.going":
    "From the third cycle on you can end whenever both of you feel it is time. There is no last cycle you have to stop at.",
  "end.inReview": "A shared review is open just now. When it is finished, you can end here.",
  "end.notYet":
    "When the work together has ended, clips and pictures are deleted at the latest {days, plural, one {# day} other {# days}} after the last shared review. No clip is kept for longer than a year.",
  "end.day": "Clips and pictures are deleted by the end of {day}.",
  "end.words":
    "Written words are deleted at the latest {months, plural, one {# month} other {# months}} after the end of the work together.",
  "end.gone": "The day to delete clips and pictures was {day}.",
  "end.on": "Ended on {day}",
  "end.onOwn": "This journey ended on {day}. You can still read all that is yours here.",
  "end.keeps": "What is kept, and who sees it",
  "end.planned": "What you both noted to keep, and who sees it",
  "end.reason": "Why you ended before the third cycle",
  "end.open": "End this journey",
  "end.change": "Change what you agreed",
  "end.reopen": "Take it up again",
  "end.reopened": "The journey goes on.",
  "end.readOnly":
    "This journey ended on {day}. Everything can be read, and nothing new can be added.",

  "end.dialog": "End this journey",
  "end.dialogChange": "What you agreed",
  "end.lead":
    "Talk about this with {practitioner} first: what is kept and the day are for both of you to see. Until that day you can take the journey up again.",
  "end.early": "Why do you end here?",
  "end.earlyHint":
    "This is before the third cycle. That is all right: a few words are enough. Only you see them.",
  "end.earlyAsk": "Please say in a few words why you end here.",
  "end.keepsHint": "For example: we both keep the report. {practitioner} can show it at work.",
  "end.until": "Clips and pictures are deleted at the end of",
  "end.untilHint": "On {latest} at the latest. You can choose an earlier day.",
  "end.untilAsk": "Choose a day from today to {latest}.",
  "end.back": "Not now",
  "end.submit": "End the journey",
  "end.keep": "Keep this",
} as const;
