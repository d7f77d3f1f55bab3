/** The rehearsal: a guider alone tries what the practitioner will find. */
export const rehearsal = {
  "rehearsal.link": "Rehearse",
  "rehearsal.title": "Rehearse the review",
  "rehearsal.lead":
    "This walks the way in as {name} will, with nobody else there. Nothing is written into the review.",
  "rehearsal.starting": "The rehearsal is being opened…",
  "rehearsal.points": "What {name} will find",
  "rehearsal.good": "Works",
  "rehearsal.attention": "Please look",
  "rehearsal.trying": "Trying",
  "rehearsal.waiting": "To come",
  "rehearsal.allGood": "Everything works. {name} can come.",
  "rehearsal.someAttention":
    "{count, plural, one {One point wants your look before {name} comes.} other {# points want your look before {name} comes.}}",
  "rehearsal.again": "Try again",
  "rehearsal.journey": "To the journey page",
  "rehearsal.see": "See what {name} will see",
  "rehearsal.seeWords":
    "Opens the room as {name} will see it. Whatever you press or write there is forgotten afterwards.",
  "rehearsal.ends":
    "The rehearsal ends at {time}, when you leave it, or as soon as somebody asks to come in.",

  "rehearsal.point.link": "The link",
  "rehearsal.point.wayIn": "The page before the room",
  "rehearsal.point.letIn": "Asking to come in",
  "rehearsal.point.room": "The room and the board",
  "rehearsal.point.clips": "The clips, in their order",
  "rehearsal.point.call": "Voices and faces",

  "rehearsal.link.open": "{name}’s link is open until {until}.",
  "rehearsal.link.early": "{name}’s link opens {from}, in time for the review.",
  "rehearsal.link.none": "{name} has no link yet. Make one with “Invite” on the journey page.",
  "rehearsal.link.tooLate":
    "{name}’s link closes {until}, before the review starts. Make a new one with “Invite” on the journey page.",
  "rehearsal.link.opensLate":
    "{name}’s link opens {from}, after the review starts. Make a new one with “Invite” on the journey page.",
  "rehearsal.link.late":
    "{name}’s link closed {until}. Make a new one with “Invite” on the journey page.",
  "rehearsal.link.ended": "This shared review has ended. Plan a new one on the journey page.",
  "rehearsal.link.revoked":
    "{name}’s link was taken back. Make a new one with “Invite” on the journey page.",

  "rehearsal.wayIn.good": "It answers, and greets {name}.",
  "rehearsal.wayIn.attention": "It did not open. {why}",
  "rehearsal.letIn.good": "The knock came and {name} was let in.",
  "rehearsal.letIn.locked":
    "The room is closed to new people. Open it again with “New people” in the room.",
  "rehearsal.letIn.attention": "The knock was not answered. Check your line and try again.",
  "rehearsal.room.good": "The room opens, the clip stands at its start, and the board is there.",
  "rehearsal.room.noClip":
    "The room opens, and no clip can play in it. Add a clip on the journey page.",
  "rehearsal.room.attention": "The room did not open. Check your line and try again.",
  "rehearsal.board.attention": "The room opens, and the board did not come. Try again in a moment.",
  "rehearsal.clips.none": "There is no clip for this review yet. Add one on the journey page.",
  "rehearsal.clip.good": "{number}. {title}: here whole, its first picture shows.",
  "rehearsal.clip.no-file":
    "{number}. {title}: its film has not been added. Add it on the journey page.",
  "rehearsal.clip.nobody-in-shot":
    "{number}. {title}: nobody is named in it. Say who is in it on the journey page.",
  "rehearsal.clip.permission-missing":
    "{number}. {title}: it waits for the permission of {missing}. Record it under People and permissions.",
  "rehearsal.clip.not-there":
    "{number}. {title}: it did not come into the room. Load this page again.",
  "rehearsal.clip.not-shown":
    "{number}. {title}: it came, and its picture does not show in this browser. Save the clip again as MP4 and add it once more.",
  "rehearsal.clip.not-fetched":
    "{number}. {title}: it did not come whole. Check your line and try again.",
  "rehearsal.call.good": "This browser can make calls, and it has a microphone.",
  "rehearsal.call.noMicrophone":
    "This browser can make calls, and no microphone was found. Plug one in and try again.",
  "rehearsal.call.attention":
    "This browser cannot make calls. Use a current Chrome, Edge, Firefox or Safari.",

  "rehearsal.sound": "Hear the clips",
  "rehearsal.sound.words": "Each plays its first seconds. {name} hears the same.",
  "rehearsal.sound.none": "{title} has no sound.",
  "rehearsal.sound.play": "Hear “{title}”",
  "rehearsal.sound.good": "“{title}” has sound that can be heard. Did you hear it?",
  "rehearsal.sound.quiet":
    "“{title}” has a sound track in which nothing can be heard. Listen to it in the studio, and cut it again if it was meant to be heard.",
  "rehearsal.sound.attention":
    "“{title}” could not be played with sound here. Check that the sound of this device is on, and press again.",

  "rehearsal.band": "Rehearsal: {name} is not here.",
  "rehearsal.band.over": "The rehearsal is over.",
  "rehearsal.band.back": "Go back",
} as const;
