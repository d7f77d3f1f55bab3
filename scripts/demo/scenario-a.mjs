/**
 * Nadia, Callum and Kit: the guider's side. Invented people, drawn clips. Frames are counted at 25 a
 * second; `daysAgo` from today.
 */
export const scenarioA = {
  guider: "Nadia",
  stage: "2",
  supervisions: [
    { daysAgo: 84, withWhom: "Helen" },
    { daysAgo: 63, withWhom: "Helen" },
    { daysAgo: 35, withWhom: "Helen" },
  ],
  organisation: {
    name: "Larchfield Educational Psychology Service",
    safeguardingContact: "Priya Shah, safeguarding lead, extension 204",
  },
  supervisor: "Helen",
  journey: { practitionerName: "Callum", childName: "Kit", setting: "Year 3, mainstream primary" },
  people: [
    { name: "Kit", relation: "child", refused: ["showcase", "training"] },
    { name: "Callum", relation: "practitioner" },
    { name: "Kit's mother", relation: "parentCarer" },
  ],
  given: ["film", "sharedReview", "supervisorSeesClips"],
  agreedWithPeople: {
    lawfulBasis: "publicTask",
    assentSigns:
      "Kit leans in and keeps looking: go on. He turns his back or pushes the camera away: stop.",
  },
  dissents: [],
  linkFor: "Kit's mother",
  helpingQuestion:
    "How can I tell when Kit wants to carry on with me, and let him know I've got the message?",
  goals: [
    { text: "Kit and I go back and forth for three turns or more", baseline: 3, hopedFor: 7 },
    { text: "I can stay with Kit's pace even when the timetable pushes", baseline: 2, hopedFor: 6 },
  ],
  firstTalkDaysAgo: 105,
  cycles: [
    {
      daysAgo: 91,
      clips: [
        {
          file: "demo/clip-1-1.mp4",
          title: "The empty cup",
          initiative: "looks at the empty cup, then at Callum",
          modality: "gaze",
          why: "He says nothing, and Callum hears him.",
          description:
            "A water tray on a low table. Kit sits on the left, Callum on the right. Kit looks down at an empty cup and up at Callum, who keeps still with an open face. Kit looks again, for longer. Water drips softly.",
          preparation:
            "Kit starts it: cup, then face. Leave Callum room to see his own waiting. His stillness is what lets Kit look again.",
        },
        {
          file: "demo/clip-1-2.mp4",
          title: "Humming back",
          initiative: "hums, stops and waits",
          modality: "voice",
          why: "Three turns, all begun by Kit.",
          description:
            "The same table. Kit hums one low note, stops and waits. Callum hums the same note back, the same length. Kit smiles and hums again.",
          preparation:
            "Three turns, and Kit begins each. Same note, same length: Callum shows that he heard. Does he know how exact it was?",
        },
        {
          file: "demo/clip-1-3.mp4",
          title: "The cup comes nearer",
          initiative: "pushes the cup nearer to Callum",
          modality: "object",
          why: "He asks, and gets words before water.",
          description:
            "Kit reaches for the cup and pushes it across to Callum. Callum says \u201cyou want more\u201d and pours slowly. Kit watches the water.",
          preparation:
            "He brings the cup nearer and Callum puts it into words before he pours. How does this speak to his question?",
        },
      ],
      howDidItGo: [],
      held: [
        {
          clip: 0,
          frame: 55,
          words: {
            initiative: "Kit looked at the cup and then at me.",
            response: "I held still and kept my face open.",
            followedBy: "He looked again, for longer.",
            feeling: "I thought I was doing nothing there. I was waiting!",
          },
          principles: ["attentive", "encouraging"],
          isPinned: true,
        },
        {
          clip: 1,
          frame: 70,
          words: {
            initiative: "He hummed, stopped and waited.",
            response: "I hummed it back, same length.",
            followedBy: "He smiled and went again, so that's three turns.",
          },
          principles: ["receiving", "attuned"],
        },
        {
          clip: 2,
          frame: 63,
          words: {
            initiative: "He moved the cup to me.",
            response: "I said \u201cyou want more\u201d and poured slowly.",
            followedBy: "He watched the water and leaned in.",
          },
          principles: ["receiving"],
        },
      ],
      aims: [
        { text: "Count to five in my head before I offer again.", whereWhen: "Snack time" },
        { text: "Hum back what he hums.", whereWhen: "" },
      ],
      ratings: [4, 3],
      checkIns: {
        before: { of10: [3, 4, 2, 3], word: "frazzled" },
        after: { of10: [4, 6, 4, 4], word: "curious" },
      },
      nextFilm: { inDays: 14, what: "Carpet time before phonics" },
      guiderWords: "You gave Kit time, and he used it. Thank you for looking so closely.",
      ownWords: "I did not know waiting could be seen.",
    },
    {
      daysAgo: 70,
      clips: [
        {
          file: "demo/clip-2-1.mp4",
          title: "Two taps",
          initiative: "taps the book twice",
          modality: "rhythm",
          why: "Kit begins a rhythm, and Callum keeps to it.",
          description:
            "Carpet time. Kit and Callum sit with a book between them. Kit taps it twice and waits. Callum taps it twice. Kit looks up at him.",
          preparation: "Two and two. What told Callum to answer with the same?",
        },
      ],
      howDidItGo: [
        "The five seconds felt ages. He fills it now.",
        "He laughs when I get it right.",
      ],
      held: [
        {
          clip: 0,
          frame: 140,
          words: {
            initiative: "Two taps.",
            response: "I tapped two.",
            followedBy: "He looked up to see if it was really me.",
            feeling: "Like being let in.",
          },
          principles: ["receiving", "attuned"],
          isPinned: true,
        },
      ],
      aims: [{ text: "Answer his first sign before the timetable's.", whereWhen: "Carpet time" }],
      ratings: [6, 5],
      checkIns: { after: { of10: [6, 7, 4, 6], word: "steadier" } },
      nextFilm: { inDays: 21, what: "The wait in the corridor" },
      guiderWords: "Two taps answered by two: Kit had no doubt that you were with him.",
      ownWords: "It was like being let in.",
      withSupervisor: true,
      workingPoint: "Leave Callum's silence a little longer before I name the principle.",
    },
    {
      daysAgo: 42,
      clips: [
        {
          file: "demo/clip-3-1.mp4",
          title: "MORE at the window",
          initiative: "signs MORE at the window",
          modality: "sign",
          why: "Nobody asked him. He starts it.",
          description:
            "A corridor with a window. The bus outside has gone. Kit turns round and signs MORE. Callum comes down to his height and says it, and Kit signs again.",
          preparation: "The same wait as at the water tray. What is different in Callum?",
        },
      ],
      howDidItGo: ["Phonics started two minutes late. Nobody minded."],
      held: [
        {
          clip: 0,
          frame: 103,
          words: {
            initiative: "He started it.",
            response: "I came down to his height and got it first time.",
            followedBy: "Five turns.",
          },
          principles: ["attentive", "attuned"],
          isPinned: true,
        },
      ],
      aims: [{ text: "Show the team the wait, not the trick.", whereWhen: "Staff meeting" }],
      ratings: [7, 6],
      checkIns: { after: { of10: [7, 8, 6, 8], word: "proud" } },
      nextFilm: null,
      guiderWords: "Five turns, and Kit began them. You have made room for him in a busy day.",
      ownWords: "He started it, and I was ready.",
    },
  ],
  followUp: { of10: [7, 7, 5, 8], word: "" },
  /** The last review is open now: the first film beside the last. */
  last: {
    keeps: "We both keep the reports. Callum shows his strengths summary to the headteacher.",
    held: [
      {
        clip: 1, // the first clip of the first cycle stands after the one of the third
        frame: 55,
        words: { feeling: "Same wait, but look at my shoulders \u2014 I'm not worried." },
        principles: [],
      },
    ],
  },
  rewatched: [
    [0, 0],
    [2, 0],
  ],
  summary: {
    forWhom: "the headteacher",
    intro: "Over three months I looked at short films of my work, with a guider.",
    lines: [
      "I held still and kept my face open.",
      "I hummed it back",
      "I said",
      "I tapped two.",
      "Like being let in.",
      "I came down to his height",
    ],
    closing: "I wait, and a pupil starts.",
  },
};
