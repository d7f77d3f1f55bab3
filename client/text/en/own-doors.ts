/** Words of where a practitioner's own place opens, and of the links into it. */
export const ownDoors = {
  "ownDoors.title": "Where this place opens",
  "ownDoors.this": "This browser, first opened {since}",
  "ownDoors.other": "Another browser, first opened {since}",
  "ownDoors.close": "Close it there",
  "ownDoors.closeNamed": "Close it there: the browser first opened {since}",
  "ownDoors.closed": "It does not open there any more.",
  "ownDoors.link": "A link to this place waits until {until}",
  "ownDoors.endLink": "End the link",
  "ownDoors.linkEnded": "The link opens nothing now.",
  "ownDoors.lead":
    "You can open this place on another phone or computer of yours. You make a link here and open it there.",
  "ownDoors.make.now": "Open on another device",
  "ownDoors.made.now": "Open this link on your other device. It works once, until {until}.",
  "ownDoors.make.wayBack": "Keep a way back",
  "ownDoors.made.wayBack":
    "Keep this link where only you can read it. It works once, until {until}, and this page does not show it again.",
  "ownDoors.private":
    "It opens private things: your own words, notes and check-ins. Give it to nobody, and do not send it by a shared mailbox. A new link ends the one before.",
  "ownDoors.sharedWords":
    "What you wrote in your own place opens only in browsers you opened it in. If this is the only one, keep a way back before you go.",
  "ownDoors.open": "Open my place in this browser",
  "ownDoors.openTitle": "A link to somebody's own place",
  "ownDoors.openWords":
    "Open it only if you made this link yourself, and only on a device that is yours. It opens private words, and it works once.",
  "ownDoors.openNothing": "Nothing is opened until you press the button.",
  "ownDoors.ended": "This link opens nothing any more",
  "ownDoors.endedWords":
    "It was used, it was ended, or its time is over. Make a new one in a browser where your place opens: under “Where this place opens”.",
  "ownDoors.noSecret": "Something is missing from this link",
  "ownDoors.noSecretWords": "Please copy the whole link and open it again.",
  "ownDoors.here": "Somebody is signed in here",
  "ownDoors.hereWords":
    "This browser is signed in with an account, or is in a review as a guest of another kind. Open the link in a browser that only you use.",
} as const;
