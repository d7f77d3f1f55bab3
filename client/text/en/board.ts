/** Words of the board: the moments held together and what both write about them. */
export const board = {
  "board.name": "The board",
  "board.tab.moment": "This moment",
  "board.tab.all": "All ({count})",
  "board.tab.aims": "Do more of",
  "board.helpingQuestion": "Your helping question",
  "board.empty.title": "Press H to hold a moment",
  "board.empty.words":
    "Both of you pause on the same picture, and it opens here with room for your words.",
  "board.empty.watching": "When they hold a moment, it opens here.",
  "board.loading": "Fetching the board…",

  "board.moment.visit": "{time}, held by {name}. Go there together",
  "board.moment.visitUnnamed": "{time}. Go there together",
  "board.moment.heldBy": "held by {name}",
  "board.moment.numbered": "Moment {number}",
  "board.moment.unplaced": "held",
  "board.moment.still": "The held picture at {time}",
  "board.moment.elsewhere": "{name} opened the moment at {time}.",
  "board.moment.elsewhereUnnamed": "The moment at {time} was opened.",
  "board.moment.show": "Show it",
  "board.moment.stay": "Stay here",
  "board.moment.previous": "Previous question",
  "board.moment.next": "Next question",
  "board.moment.page": "{page} of {count}",

  "board.ask.initiative": "What did {child} do?",
  "board.ask.response.you": "How did you answer?",
  "board.ask.response.named": "How did {name} answer?",
  "board.ask.followedBy": "What went well?",
  "board.ask.feeling": "How did it feel? (if you like)",
  "board.ask.aims": "Do more of",
  "board.ask.aim": "Do more of, {number}",

  "board.start.initiative": "I noticed…",
  "board.start.response": "When you waited, {child}…",
  "board.start.responseOwn": "When I waited, {child}…",
  "board.start.followedBy": "This worked because…",
  "board.start.feeling": "For me this was…",
  "board.start.aim": "I will do more… Where could it happen tomorrow?",
  "board.start.hide": "Hide sentence starters",
  "board.start.show": "Show sentence starters",

  "board.field.full": "This space is full now. A few words fewer and there is room again.",
  "board.field.writing": "{name} is writing…",
  "board.field.writingIn": "{name} is writing in “{field}”.",

  "board.principles.name": "What it was an example of",
  "board.principles.choose": "Name the principle",
  "board.principles.credit":
    "The six families are from the work of Kennedy, Landor and Todd; the words under them are ours.",
  "board.principle.attentive": "Being attentive",
  "board.principle.attentive.labels": "leaves room, a warm and curious look, enjoys being there",
  "board.principle.encouraging": "Encouraging initiatives",
  "board.principle.encouraging.labels":
    "waits with expectation, listens with eyes and ears, kind voice",
  "board.principle.receiving": "Receiving initiatives",
  "board.principle.receiving.labels":
    "shows “I noticed”, looks back and smiles, echoes the sound or movement",
  "board.principle.attuned": "Developing attuned interactions",
  "board.principle.attuned.labels": "receives first, then adds, small turns each, does it together",
  "board.principle.guiding": "Guiding",
  "board.principle.guiding.labels": "just enough help, builds on the child’s idea, offers choices",
  "board.principle.deepening": "Deepening discussion",
  "board.principle.deepening.labels": "shares views, solves together, reaches a new shared meaning",

  "board.aims.add": "Do more of this",
  "board.aims.addEmpty": "Add something to do more of",
  "board.aims.count":
    "{count, plural, =0 {Up to three for this cycle.} one {One of three for this cycle.} other {# of three for this cycle.}}",
  "board.aims.full": "Three is plenty for one cycle. You can reword any of them here.",
  "board.aims.notAdded": "That could not be added just now. Please try again.",
  "board.aims.empty":
    "What would you like more of? Press “Do more of this” under a moment, or begin one here.",

  "board.all.open": "Open",
  "board.all.openNamed": "Open the moment at {time}",
  "board.all.noWords": "No words yet",
  "board.all.up": "Move up",
  "board.all.down": "Move down",
  "board.all.moved": "Moved to place {place} of {count}.",
  "board.all.hint": "Alt and the up or down arrow move a moment.",

  "board.save.opening": "One moment…",
  "board.save.saved": "Saved",
  "board.save.saving": "Saving",
  "board.save.kept": "Saved on this device",
  "board.save.keptInTab": "Kept in this tab",
  "board.save.stopped": "Not open for writing",
  "board.save.announced": "Saved.",
  "board.save.lost": "Connection lost. Your words are saved on this device.",
  "board.save.lostInTab": "Connection lost. Your words are kept in this tab. Please leave it open.",
  "board.save.back": "The board is connected again.",

  "board.stopped.revoked":
    "Your place in this review has ended, so the board is closed here. Your guider can send a new link.",
  "board.stopped.forbidden":
    "This board is not open to you just now. Ask your guider to let you in again.",
  "board.stopped.ended": "The review is finished. The board is kept as it was.",
  "board.stopped.epoch-changed": "The board was set up anew. Reload the page to open it.",
  "board.stopped.diverged": "This page and the board no longer match. Reload the page to go on.",
  "board.stopped.moved-tab": "You opened this review in another tab, so the board is there now.",
  "board.stopped.closed": "The board is closed here. Reload the page to try again.",
  "board.stopped.reload": "Reload the page",

  "board.leftover.title": "Words that are not on the board",
  "board.leftover.words":
    "They are safe here. Copy what you want to keep, and paste it where it belongs.",
  "board.leftover.copy": "Copy these words",
  "board.leftover.copied": "Copied",
  "board.leftover.notCopied": "Select the words and copy them with the keyboard.",
  "board.leftover.dismiss": "I have what I need",
} as const;
