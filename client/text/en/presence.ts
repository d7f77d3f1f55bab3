/** Who is in the room, how they are connected, and who is with them. */
export const presence = {
  "presence.region": "In the room",
  "presence.you": "{name} (you)",
  "presence.guider": "guider",
  "presence.practitioner": "practitioner",
  "presence.supervisor": "supervisor, looking on",
  "presence.here": "here",
  "presence.lost": "reconnecting",
  "presence.away": "left the room",
  "presence.just-me": "alone",
  "presence.someone-with-me": "someone is with them",
  "presence.companyMine": "Who is with you?",
  "presence.saySomeone": "Someone has joined me",
  "presence.sayJustMe": "I am on my own again",
  "presence.iSaid.just-me": "You said: just me here.",
  "presence.iSaid.someone-with-me": "You said: someone is with me.",
  "presence.lostNotice":
    "We have lost touch with {name}. The picture and the words stay as they are.",
  "presence.awayNotice": "{name} has left the room. They can come back with the same link.",
  "presence.ownLost":
    "We lost touch for a moment. Your words are saved on this device. Trying again.",
  "presence.joined": "{name} joined.",
  "presence.left": "{name} left.",
  "presence.lostSaid": "Reconnecting to {name}.",
  "presence.backSaid": "{name} is back.",
  "presence.companySaid": "{name} says someone is with them.",
} as const;
