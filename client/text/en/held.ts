/** The plain-words page of somebody's link: what is held, who sees it, until when, and taking a permission back. */
export const held = {
  "held.title": "What is kept, and what you agreed to",
  "held.hello": "Hello, {name}.",
  "held.leadChild":
    "Staff look at short film clips together, to see what goes well between {name} and them. Here you can read what is kept of {name}, who can see it and until when. You can take a permission back at any time.",
  "held.leadOwn":
    "Staff look at short film clips together, to see what goes well between them and a child. Here you can read what is kept of you, who can see it and until when. You can take a permission back at any time.",
  "held.nobody":
    "Nobody is named here yet for whom you agree. Please ask whoever gave you this link.",

  "held.kept": "What is kept",
  "held.keptOf": "What is kept of {name}",
  "held.clips":
    "{count, plural, =0 {No film clip is kept.} one {# short film clip.} other {# short film clips.}} The whole film is never kept here.",
  "held.pictures":
    "{count, plural, =0 {No still picture.} one {# still picture out of a clip.} other {# still pictures out of clips.}}",
  "held.words.clipWords": "A short description of each clip.",
  "held.words.boards": "What was written together in the shared reviews.",
  "held.words.reports": "The report of a shared review.",
  "held.words.assent": "How {name} shows yes and stop, and when filming stopped because of it.",
  "held.words.hopes": "Your hopes, and what you want to do more of.",
  "held.words.checkIns":
    "How you said you were before and after a review. Only you can open it, unless you share it.",
  "held.words.notes": "Your own notes. Only you can open them.",
  "held.words.summary":
    "Your strengths summary. Only you can open it, and whoever you give its link.",
  "held.words.none": "No written words.",

  "held.who": "Who can see it",
  "held.seen.guider": "{name}, who guides the reviews",
  "held.seen.practitioner": "{name}, the member of staff in the film",
  "held.seen.practitioner.you": "You, in a shared review",
  "held.seen.supervisor": "{name}, the guider's supervisor",
  "held.seenElse": "Nobody else can open the clips here.",

  "held.guider": "your guider",
  "held.pauses":
    "In reviews it is counted how often each of you two pauses. Only {guider} sees it, to learn from it, and it is not kept longer than your work together.",

  "held.until": "Until when",
  "held.soonerTitle": "If you want something to go sooner",
  "held.sooner": "You can ask {name} to delete something sooner.",
  "held.soonerNobody": "You can ask for something to be deleted sooner.",

  "held.worry": "If something worries you",
  "held.permissions": "What you agreed to",
  "held.permissionsOf": "What you agreed to for {name}",
  "held.permissionsLead": "Each is on its own. Taking one back changes no other.",
  "held.status.notAsked": "Not asked",
  "held.status.given": "You agreed",
  "held.status.refused": "You said no",
  "held.status.withdrawn": "You took it back",
  "held.statusOn": "{status}, {day}",
  "held.take": "Take it back",
  "held.takeName": "Take it back: {purpose}",
  "held.askTitle": "Take this permission back?",
  "held.askStops":
    "It counts at once. A clip that is playing stops, and clips with {name} are not shown in reviews any more.",
  "held.askStopsYou":
    "It counts at once. A clip that is playing stops, and clips with you are not shown in reviews any more.",
  "held.askOther": "It counts at once. Nothing else that you agreed to changes.",
  "held.askFree": "You need no reason, and nobody will mind.",
  "held.keep": "Leave it as it is",
  "held.taken": "You took back: {purpose}",
  "held.takenStops":
    "This counts now. Clips with {name} can no longer be shown in reviews. Who guides the reviews can see that you took it back, and the day.",
  "held.takenStopsYou":
    "This counts now. Clips with you can no longer be shown in reviews. Who guides the reviews can see that you took it back, and the day.",
  "held.takenOther":
    "This counts now. Who guides the reviews can see that you took it back, and the day.",

  "held.linkUntil": "Your link opens this page until {day}. Please keep it to yourself.",
  "held.print": "Print this page",
  "held.closedTitle": "This link opens nothing now",
  "held.closedWords":
    "It may have ended, or a part of it may not have come along. Please ask whoever gave it to you for a new one.",
} as const;
