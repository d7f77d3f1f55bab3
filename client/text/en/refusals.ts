/** One sentence and a next step for every reason the server or the network can give. */
export const refusals = {
  "refusal.offline":
    "We could not reach the server. Nothing you typed is lost. Please try again in a moment.",
  "refusal.invalid": "Something in this form could not be read. Please look it over and try again.",
  "refusal.not-signed-in": "You are not signed in any more. Please sign in again.",
  "refusal.forbidden":
    "This is not open to you here. Ask the guider if you think it is meant to be.",
  "refusal.not-found":
    "We could not find this. It may have been removed. Go back and choose again.",
  "refusal.already-done":
    "This has been done already. Load the page again to see how things stand.",
  "refusal.name-taken":
    "Somebody signs in with this name already. Please choose another, such as your whole name.",
  "refusal.signed-in-as-guider":
    "You are signed in here. Open this link in another browser, or sign out first.",
  "refusal.journey-full": "This is full already. Take something away first, then add again.",
  "refusal.review-ended": "This shared review has ended. Plan a new one to look at clips together.",
  "refusal.review-live":
    "A shared review is open just now. Finish it in the room first, then end the journey.",
  "refusal.journey-ended":
    "This journey has ended, so nothing new begins in it. Its guider can take it up again.",
  "refusal.end-reason":
    "This is before the third cycle. Please say in a few words why you end here.",
  "refusal.end-day":
    "Clips cannot go on that day. Please choose a day from today to the latest one.",
  "refusal.room-locked": "The room is closed to new people just now. Ask the guider to open it.",
  "refusal.practitioner-here":
    "The practitioner is here or has been let in before, so the way in works. Open the room to meet them.",
  "refusal.permissions-missing":
    "Permission has not been recorded yet for: {details}. Record it under People and permissions, then try again.",
  "refusal.supervisor-not-agreed":
    "Not yet agreed that your supervisor sees the clips: {details}. Ask first, for a child the parent or carer, and record it under People and permissions.",
  "refusal.link-early": "This link is not open yet. Please come back nearer the time.",
  "refusal.link-ended": "The link has ended. Ask the person who sent it for a new one.",
  "refusal.wrong-name-or-password":
    "That name and password do not go together. Check both and try again.",
  "refusal.too-large": "This is larger than we can take. Please choose something smaller.",
  "refusal.too-many-requests": "That was a lot at once. Please wait a minute and try again.",
  "refusal.foreign-origin":
    "This page was not opened from its own address. Open SameFrame again from your link or bookmark.",
  "refusal.disk-full":
    "The server has no room left, so this was not saved. Please tell whoever looks after it.",
  "refusal.server-error":
    "Something on our side stopped. Nothing was changed. Please try again in a moment.",
  "refusal.clip-not-video":
    "This file has no moving picture we can find. Choose an MP4 or WebM clip.",
  "refusal.clip-container":
    "This kind of file cannot be played in the room. Save the clip as MP4 or WebM.",
  "refusal.clip-codec":
    "The picture is packed in a way that not every browser can play. Save the clip again as MP4 (H.264) or WebM.",
  "refusal.clip-too-long":
    "A clip can be up to 60 seconds. Cut it to the moment that matters, then add it.",
  "refusal.clip-hidden-frames":
    "This file still holds pictures from before or after the cut. Save the cut as a new file, then add it.",
  "refusal.clip-metadata":
    "This file carries extra details, such as a place or a device name. Save it without them, then add it.",
  "refusal.clip-timestamps":
    "The times of the pictures in this file do not run in order. Save the clip again, then add it.",
  "refusal.clip-picture-size":
    "This picture is too large or too small to show well. Save the clip at up to 1920 by 1080.",
  "refusal.clip-incomplete": "The file stopped part-way. Please choose it again.",
  "refusal.stale-revision":
    "Somebody pressed just before you. Please press again if you still want to.",
  "refusal.stale-epoch": "The room has started again. This page is catching up; please try again.",
  "refusal.unknown-clip": "This clip is not in the room any more. Choose another one.",
  "refusal.playing-now": "The clip is playing. Pause it first, then try again.",
  "refusal.loop-length":
    "A loop can be from half a second to ten seconds long. Choose its end again.",
  "refusal.covered": "The picture is covered. Whoever covered it can uncover it.",
  "refusal.board-full": "The board is full. Take one observation away before you add another.",
  "refusal.board-frozen":
    "You have both agreed to the board as it is, so it stays so. Choose Write on to go on with it.",
  "refusal.board-changed":
    "The board has changed since you looked at it. Please look once more, and say again.",
  "refusal.aims-full": "There are three aims already. Change one of them instead.",
  "refusal.goals-full":
    "There are three goals already. Three leave time for each: change one of them, or take one away first.",
  "refusal.check-in-early":
    "That comes after a review. You can say it here once the review has begun, and some weeks later once it was held.",
  "refusal.report-early":
    "There is nothing to report yet. Finish the review, or agree to the board together first.",
  "refusal.report-not-agreed":
    "The practitioner has not agreed to this report yet. It can be taken away once they have.",
  "refusal.report-changed":
    "The report has changed since you read it. Please read it once more, and say again.",
  "refusal.summary-empty":
    "There is no line in the summary yet. Approve one, and then make a link to it.",
  "refusal.not-seated": "This tab is not in the room any more. Press Continue here to come back.",
  "refusal.call-off":
    "There is no call in this room. You can look at the clip and write together, and talk by telephone.",
  "refusal.call-full": "Four people are in the call already. Ask one of them to leave it first.",
  "refusal.call-lost": "The call was interrupted. It is being made again; please wait a moment.",
} as const;
