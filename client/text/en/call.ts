/** The call beside the clip: faces, voices, devices, and how it is getting on. */
export const call = {
  "call.controls": "The call",
  "call.microphone-on": "Turn microphone on",
  "call.microphone-off": "Turn microphone off",
  "call.camera-on": "Turn camera on",
  "call.camera-off": "Turn camera off",
  "call.more": "Sound and call",
  "call.join": "Join the call",
  "call.leave": "Leave the call",
  "call.left": "You are not in the call. The clip and the board go on.",
  "call.none":
    "There is no call in this room. Ring each other to talk. The clip and the board go on.",

  "call.join-words":
    "Everybody in the room will hear you, and see you with the camera. Your browser asks first.",
  "call.join-kept": "Nothing of the call is recorded.",
  "call.join-headphones":
    "With headphones the others do not hear the clip through your microphone.",
  "call.join-both": "Join with camera",
  "call.join-sound": "Join by sound only",
  "call.join-listen": "Join to listen",

  "call.microphone": "Microphone",
  "call.camera": "Camera",
  "call.speaker": "Speaker",
  "call.any-device": "The browser's choice",
  "call.device": "{kind} {number}",
  "call.no-picture": "Your camera is off.",
  "call.hold-help": "While your microphone is off, hold its button or the M key to talk.",
  "call.volume": "The clip's sound, for you alone",
  "call.volume-value": "{percent} %",
  "call.volume-fixed": "Use your device's own buttons to make the clip louder or softer.",
  "call.volume-ducks": "The clip gets softer by itself while somebody speaks.",

  "call.details": "How the call goes",
  "call.sealed-ends": "Only the people in this call can hear and see it.",
  "call.sealed-server":
    "The call is encrypted to the server. One of the browsers cannot encrypt it all the way.",
  "call.path-direct": "Voices and faces go straight from browser to browser.",
  "call.path-router": "Voices and faces go through your service's own server.",
  "call.code": "Safety code: {words}",
  "call.code-help":
    "If you like, read the four words to each other. The same words on both screens mean that nobody listens in between.",
  "call.line-good": "Good connection",
  "call.line-weak": "Weak connection",
  "call.line-poor": "Weak connection - voices first",
  "call.line-faces-paused": "Weak connection - video of faces paused",
  "call.line-reconnecting": "Reconnecting",

  "call.muted": "You are muted",
  "call.speaking": "speaking",
  "call.microphone-is-off": "microphone off",
  "call.microphone-is-none": "no microphone",
  "call.camera-is-off": "camera off",
  "call.face-paused": "face paused",
  "call.reconnecting": "reconnecting",
  "call.not-in-call": "not in the call",

  "call.muted-hint": "Your microphone is off. Press M to be heard, or hold M while you talk.",
  "call.lost": "The call is being put through again. The clip and the board go on.",
  "call.covered": "The call is silent too: nobody is heard or seen.",
  "call.blocked": "Your browser would like a tap before it plays the others' voices.",
  "call.unblock": "Tap to hear the others",
  "call.put-away": "Put this note away",

  "call.microphone-denied":
    "The browser did not open the microphone. To be heard, allow it by the sign beside the page's address. You hear the others all the same.",
  "call.microphone-none-found":
    "No microphone was found. Plug one in and it is used by itself. You hear the others all the same.",
  "call.microphone-busy":
    "Another program is using the microphone. Close that program, then turn the microphone on again.",
  "call.microphone-unplugged":
    "The microphone was unplugged. Another one is used now, if there is one.",
  "call.camera-denied":
    "The browser did not open the camera. To be seen, allow it by the sign beside the page's address. You are heard all the same.",
  "call.camera-none-found":
    "No camera was found. Plug one in and turn the camera on. You are heard all the same.",
  "call.camera-busy":
    "Another program is using the camera. Close that program, then turn the camera on again.",
  "call.camera-unplugged": "The camera was unplugged. Another one is used now, if there is one.",

  "call.said-microphone-on": "{name}'s microphone is on.",
  "call.said-microphone-off": "{name}'s microphone is off.",
  "call.said-camera-on": "{name}'s camera is on.",
  "call.said-camera-off": "{name}'s camera is off.",
  "call.said-lost": "The call is being put through again.",
  "call.said-back": "The call is back.",

  "call.key-microphone": "Microphone on or off; held down while it is off: talk",
  "call.key-camera": "Camera on or off",
} as const;
