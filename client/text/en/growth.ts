/** Growth over the cycles: clips side by side, the film strip, and clips opened to be watched alone. */
export const growth = {
  "growth.title": "Then and now",
  "growth.link": "Then and now",
  "growth.lead": "{practitioner} and {child}, over all the cycles.",
  "growth.own.lead": "What you did with {child}, over all the cycles.",
  "growth.question": "The helping question",
  "growth.goals": "Goals over the cycles",
  "growth.noGoals": "No goals are written yet.",

  "growth.room.open": "Then and now",
  "growth.sides": "Two clips side by side",
  "growth.sides.none": "Two clips stand here once there are two",
  "growth.sides.noneWords":
    "The first clip of the first cycle and the first of the last one are set side by side by themselves. You can choose others.",
  "growth.sides.left": "On the left",
  "growth.sides.right": "On the right",
  "growth.sides.alone": "Only you see this. It moves nothing in a review room.",
  "growth.clip": "Cycle {cycle}: {title}",

  "growth.films.both": "Both clips",
  "growth.films.linked": "Play both together",
  "growth.films.play": "{playing, select, yes {Pause} other {Play}}",
  "growth.films.playBoth": "{playing, select, yes {Pause both} other {Play both}}",
  "growth.films.playName": "{playing, select, yes {Pause} other {Play}}: {title}",
  "growth.films.slow": "Slow",
  "growth.films.slowName": "Slow: {title}",
  "growth.films.back": "One picture back: {title}",
  "growth.films.on": "One picture on: {title}",
  "growth.films.start": "To the start: {title}",
  "growth.films.place": "Place in {title}",
  "growth.films.placeAt": "{at} of {length}",
  "growth.films.keys":
    "Keys: K plays and pauses, comma and full stop go one picture back and on. One that ends waits for the other.",
  "growth.films.keysOne":
    "Keys: K plays and pauses, comma and full stop go one picture back and on.",
  "growth.films.gone":
    "This clip cannot be played now. It may have been closed, or a permission has changed.",
  "growth.films.watermark": "Shown to {name}",

  "growth.open": "Clips open to you",
  "growth.open.lead":
    "Your guider has opened these for you to watch alone. They play here and are not kept on this device.",
  "growth.open.none": "No clip is open to you now",
  "growth.open.noneWords": "If you would like to watch one again, ask your guider to open it.",
  "growth.open.until": "Open until {when}",
  "growth.open.watch": "Watch",
  "growth.open.watchName": "Watch {title}",
  "growth.open.close": "Close the clip",

  "growth.strip": "Film strip",
  "growth.strip.lead":
    "From each cycle the moment {practitioner} pinned, its words, and what came of the aim.",
  "growth.strip.own.lead":
    "From each cycle the moment you pinned, its words, and what came of your aim.",
  "growth.strip.cycle": "Cycle {cycle}",
  "growth.strip.pinned": "{practitioner} pinned this moment",
  "growth.strip.first": "The first moment of this cycle",
  "growth.strip.none": "No moment is kept of this cycle yet.",
  "growth.strip.noWords": "Nothing is written of this moment.",
  "growth.strip.at": "{title}, {at}",
  "growth.strip.review": "Seen again in a later review",
  "growth.strip.opened": "Opened to be watched again",
  "growth.strip.aims": "More of this",
  "growth.strip.aim": "{aim} ({where})",
  "growth.strip.went": "How it went: {words}",
  "growth.strip.stills": "Show the pictures",
  "growth.strip.stillsOff":
    "There are no pictures in it: somebody in shot has not agreed that the practitioner keeps stills.",
  "growth.strip.still": "The picture of this moment",
  "growth.strip.save": "Save as one file",
  "growth.strip.saved":
    "Saved as one file. It opens without the internet. There is no video in it.",
  "growth.strip.fileName": "film-strip",
  "growth.strip.fileTitle": "Film strip of {practitioner} and {child}",
  "growth.strip.fileFoot": "Made with {product} on {when}. There is no video in it.",

  "rewatch.open": "Open for {practitioner}",
  "rewatch.openName": "Open “{title}” for {practitioner} to watch alone",
  "rewatch.dialog": "Open this clip for {practitioner}?",
  "rewatch.words":
    "{practitioner} can watch “{title}” alone, in their own place, until the end of the day you choose. It is not kept on their device, and you can close it at any time.",
  "rewatch.until": "Until",
  "rewatch.untilAsk": "Choose a day within the next {days} days.",
  "rewatch.yes": "Open the clip",
  "rewatch.isOpen": "Open for {practitioner} until {when}",
  "rewatch.close": "Close now",
  "rewatch.closeName": "Close “{title}” for {practitioner} now",
} as const;
