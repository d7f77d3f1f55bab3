/** People and permissions on the journey's page, beyond what each said: the journey, the child, the links. */
export const people = {
  "people.forChild":
    "The parent or carer decides for {name}. Ask each thing on its own, and write down what they said.",
  "people.forPractitioner":
    "{name} takes part by choice. It has nothing to do with appraisal, and saying no changes nothing at work.",
  "people.forInShot": "If this is a child, their parent or carer decides.",
  "people.forParent":
    "{name} decides for the child. What they said stands with the child. Here you make {name} a link to read what is kept.",
  "people.since": "Since {day}",
  "people.withdrawn": "Taken back: {purposes}",
  "people.withdrawnOn": "{purpose}, on {day}",

  "link.title": "Links to “What is kept”",
  "link.lead":
    "With a link, {name} reads on a phone what is kept, who sees it and until when, and can take a permission back at once.",
  "link.make": "Make a link",
  "link.makeName": "Make a link for {name}",
  "link.dialog": "A link for {name}",
  "link.until": "The link ends after",
  "link.untilHint": "At most a year. You can end it sooner at any time.",
  "link.untilAsk": "Choose a day between today and a year from now.",
  "link.submit": "Make the link",
  "link.qr": "QR code of the link, to be opened with a phone",
  "link.worksUntil": "Works until {day}.",
  "link.whatFor": "Shows what is kept, in words. No clip is in it.",
  "link.onlyNow": "The link is shown only now. Give it to {name} alone.",
  "link.done": "Done",
  "link.openUntil": "Open until {day}",
  "link.ended": "Ended",
  "link.end": "End this link",
  "link.endName": "End the link of {name} that is open until {day}",

  "agreed.title": "The child and the law",
  "agreed.basis": "Lawful basis for keeping the film",
  "agreed.basisWords":
    "The reason in law why your organisation may keep the film. It is not the permission to film: people still decide about that above.",
  "agreed.basis.none": "Not said",
  "agreed.basis.publicTask": "Public task",
  "agreed.basis.consent": "Consent",
  "agreed.basis.legitimateInterests": "Legitimate interests",
  "agreed.signs": "How {name} shows yes, and how {name} shows stop",
  "agreed.signsHint": "For example: leans in and smiles. Stop: turns away, pushes the tablet.",
  "agreed.keep": "Keep this",
  "agreed.kept": "Kept",

  "dissent.title": "Times filming stopped because {name} showed it",
  "dissent.none": "None so far.",
  "dissent.day": "Day",
  "dissent.words": "What {name} did",
  "dissent.add": "Write it down",
  "dissent.needWords": "Please write in a few words what you saw.",
  "dissent.needDay": "Please choose the day.",
  "dissent.remove": "Take this line away",
  "dissent.removeName": "Take away the line of {day}",
  "dissent.removeYes": "Yes, take it away",
  "dissent.keep": "Leave it",
} as const;
