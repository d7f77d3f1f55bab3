/** Words of choosing, keeping and recording a film. The film itself stays on the guider's device. */
export const film = {
  "film.title": "The film",
  "film.stays":
    "Your film stays on this device. It is never sent. Only the short clips that you make from it go to the review.",
  "film.choose": "Choose a film",
  "film.chooseLabel": "A film from this device",
  "film.record": "Record a film",
  "film.copy": "Keep a copy in this browser, so that I need not choose the film again",
  "film.copyNoRoom":
    "There was no room for a copy. Next time, choose the same film again and everything is as you left it.",
  "film.opening": "Opening the film: {percent} %",
  "film.openingStop": "Stop",
  "film.here": "Films on this device",
  "film.hereNone": "No film yet. Choose one, or record one here.",
  "film.facts": "Filmed on {day} · {clips, plural, =0 {no clips yet} one {# clip} other {# clips}}",
  "film.open": "Open",
  "film.openName": "Open {name}",
  "film.ask": "Allow and open",
  "film.remove": "Remove from this device",
  "film.removeName": "Remove {name} from this device",
  "film.removeTitle": "Remove this film?",
  "film.removeRecorded":
    "The film, your marks and clips in the making go from this device. Clips that you sent stay in the review. This cannot be undone.",
  "film.removeChosen":
    "Your marks and clips in the making go from this browser. The film file itself stays where you keep it: delete it there too. Clips that you sent stay in the review.",
  "film.removeYes": "Remove",
  "film.removeNo": "Keep it",
  "film.allSent":
    "All clips of this film are ready. Please remove the film now, unless you agreed to keep it.",
  "film.recordedName": "Recorded on {day}",
  "film.again": "Try this film again",
  "film.away.ask": "The browser asks once more whether it may read this film.",
  "film.away.choose": "Please choose the same film again. Everything you made is still here.",
  "film.away.gone":
    "This recording is not on this device any more. The browser or somebody else has removed it.",
  "film.away.another": "That is another film. Please choose the one that was open here: {name}.",
  "film.refused.empty": "This file is empty. Copy the film from the camera again, then choose it.",
  "film.refused.not-a-film":
    "This is not a film that can be opened here. Choose an MP4, MOV or WebM film, as phones and cameras make them.",
  "film.refused.playlist":
    "This file only names other files. Choose the film itself: an MP4, MOV or WebM file.",
  "film.refused.sound-only":
    "There is sound in this file, but no picture. Choose the film, not its sound.",
  "film.refused.one-picture":
    "There is only one picture in this file. Choose a film of at least a few seconds.",
  "film.refused.too-large":
    "The picture is larger than this page can show. Save it as 1080p or 4K first, or film with that setting.",
  "film.refused.cut-short":
    "This film ends before it should: it may not have been copied whole. Copy it from the camera again, then choose it.",
  "film.refused.protected":
    "This film is locked against copying, so no clip can be made. Choose the film as the camera made it.",
  "film.refused.hevc":
    "This browser cannot show this kind of film (HEVC, as iPhones make it). Two ways out: open this page in Safari, or in Edge on a newer computer. For the next film, set the iPhone to Camera, Formats, Most Compatible.",
  "film.refused.unknown-kind":
    "This browser cannot show this kind of film. Open this page in a current Chrome, Edge or Safari, or save the film as MP4 (H.264) first.",
  "film.refused.unreachable":
    "The film is not where it was. Put the card or disk back in, then choose the film again.",
  "film.refused.stopped": "Opening was stopped. You can choose a film at any time.",
  "film.hint.few-pictures":
    "This film has fewer than 20 pictures a second, so a short look may lie between two of them. Next time, film at 25 or 30.",
  "film.hint.long":
    "This film is longer than 20 minutes. Ten are plenty: look for the few moments you remember first.",
  "film.hint.no-sound": "This film has no sound. You can still make clips from it.",
  "film.hint.unheard-sound":
    "This browser cannot read the film's sound, so clips from it will be silent.",
  "film.hint.dark": "The picture is quite dark. Next time, more light on the faces helps.",
  "film.tips": "For a good film",
  "film.tip.both": "Both of you in the picture, faces and hands, at the child's height.",
  "film.tip.light": "Light from the front: the window behind the camera.",
  "film.tip.still": "Put the device down and let it stand still.",
  "film.tip.ten": "About ten minutes of something you do anyway.",
  "film.tip.agreed": "Everybody in the picture has agreed to be filmed.",
  "film.stopSign":
    'When the child says stop, in whatever way, press S or "The child says stop". Filming stops at once.',
  "film.stopSignByButton":
    'When the child says stop, in whatever way, press "The child says stop". Filming stops at once.',
  "film.stopKey": "The key S stops filming",
  "film.camera.start": "Turn the camera on",
  "film.camera.picture": "What the camera sees",
  "film.camera.noSound":
    "The microphone is off, so the film will have no sound. Allow it in the browser and turn the camera on again to have sound.",
  "film.camera.not-allowed":
    "The browser may not use the camera. Allow it beside the page's address, then try again.",
  "film.camera.no-camera":
    "No camera was found. Plug one in, or film with a phone and choose the film.",
  "film.camera.in-use": "Another app uses the camera. Close it, then try again.",
  "film.camera.cannotRecord":
    "This browser cannot record. Film with a phone or camera and choose the film here.",
  "film.camera.room":
    "There is room for about {minutes, plural, one {# minute} other {# minutes}} on this device.",
  "film.camera.noRoom":
    "There is almost no room on this device. Make some room before you record, or choose a film.",
  "film.recording.start": "Start recording",
  "film.recording.now": "Recording",
  "film.recording.length": "Recording for {length}",
  "film.recording.stop": "Stop and keep",
  "film.recording.dissent": "The child says stop",
  "film.recording.dissentByKey": "The child says stop (S)",
  "film.recording.long": "That is 20 minutes. Ten are plenty, so this is a good moment to stop.",
  "film.recording.ending": "Putting the film together...",
  "film.recording.leave": "Back to the films",
  "film.recording.dissentNote": "The child said stop at {length}, and filming stopped.",
  "film.recording.full":
    "Recording stopped, because there is no more room on this device. What was filmed until then is kept.",
  "film.recording.camera-gone":
    "Recording stopped, because the camera was unplugged or used elsewhere. What was filmed until then is kept.",
  "film.recording.nothing": "Nothing could be kept of this recording. Please try once more.",
} as const;
