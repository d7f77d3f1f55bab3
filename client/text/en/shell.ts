/** The frame of the app: header, first start, sign in, hello, ended and not-found pages. */
export const shell = {
  "shell.skip": "Skip to the page",
  "shell.nav": "Main",
  "shell.journeys": "Journeys",
  "shell.signOut": "Sign out",
  "shell.signedInAs": "Signed in as {name}",
  "shell.tryAgain": "Try again",
  "shell.unreachable": "We cannot reach the server just now",
  "shell.unreachableWords": "Check that you are online. This page will be here when you try again.",
  "shell.show": "Show password",
  "shell.hide": "Hide password",
  "shell.file": "{name}, {size} MB",

  "setUp.title": "Set up SameFrame",
  "setUp.lead": "You are the first guider here. Choose a name and a password to sign in with.",
  "setUp.name": "Your name",
  "setUp.nameHint": "As people in a review will see it.",
  "setUp.password": "Password",
  "setUp.passwordHint": "At least 10 characters. Three or four plain words work well.",
  "setUp.submit": "Set up and sign in",
  "setUp.noSecret": "This page needs its set-up link",
  "setUp.noSecretWords":
    "The link was printed where the server was started. Open it in full, with everything after the # sign.",
  "setUp.done": "SameFrame is set up already",
  "setUp.doneWords": "Sign in with the name and password chosen then.",
  "setUp.nameNeeded": "Please type your name.",
  "setUp.passwordShort": "Please use at least 10 characters.",

  "signIn.title": "Sign in",
  "signIn.lead":
    "For guiders and their organisation. If you were sent a link to a shared review, open that link instead.",
  "signIn.name": "Your name",
  "signIn.password": "Password",
  "signIn.submit": "Sign in",
  "signIn.needed": "Please type your name and password.",
  "signIn.guest": "You are here as {name}, with a review link",
  "signIn.guestWords":
    "Signing in as a guider would take you out of that review. Use another browser for it.",

  "hello.title": "Hello",
  "hello.lead":
    "SameFrame is a quiet room for a shared review: two people, one clip, the same frame, one board.",
  "hello.link": "Were you sent a link? Open it from your message. There is nothing to install.",
  "hello.guest": "Hello {name}",
  "hello.guestLead": "Your way in to the shared review is still open on this device.",
  "hello.goIn": "Go to my way in",
  "hello.signIn": "Sign in as a guider",
  "hello.setUpNeeded":
    "Nobody has set this up yet. Open the set-up link that was printed where the server was started.",

  "demo.title": "Opening the demo room",
  "demo.none": "This demo link is not complete",
  "demo.noneWords": "Open the whole link that the demo printed, with everything after the # sign.",

  "ended.title": "You have left the room",
  "ended.words": "What you both wrote is kept. While the review goes on, you can come back.",
  "ended.review-ended": "The shared review has finished",
  "ended.review-endedWords":
    "Everything you wrote together is saved. Thank you for the time and care you gave it.",
  "ended.link-ended": "Your link has ended",
  "ended.link-endedWords": "Ask the guider for a new one if you need to come back.",
  "ended.asked-out": "The guider has closed the door for now",
  "ended.asked-outWords": "Your words are saved. Ring the guider if you expected to stay.",
  "ended.signed-out": "You have signed out",
  "ended.signed-outWords": "The room is closed on this device. Your words are saved.",
  "ended.seat-moved": "You are in the room somewhere else",
  "ended.seat-movedWords":
    "The room is open in another tab or on another device. You can close this one.",
  "ended.permission-withdrawn": "The clips are not open any more",
  "ended.permission-withdrawnWords":
    "Somebody has taken back their permission, so the clips have stopped. Your words are saved.",
  "ended.server-restarting": "The room is starting again",
  "ended.server-restartingWords": "Your words are saved. It is usually back within a few seconds.",
  "ended.backToWayIn": "Back to my way in",
  "ended.backToJourneys": "Back to journeys",
  "ended.shared": "Is this a shared computer?",
  "ended.sharedWords": "Then let it forget you. You will need your link again to come back.",
  "ended.forget": "Forget me on this computer",
  "ended.forgotten": "This computer has forgotten you. You can close the window.",

  "notFound.title": "There is no page here",
  "notFound.words":
    "The address may be incomplete. If you were sent a link, open it again in full.",
  "notFound.home": "Go to the start",

  "room.opening": "Opening the room",
} as const;
