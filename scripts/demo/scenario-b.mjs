/** Tom, Joanne and Zara: the practitioner's side, every review at a distance. Invented people, drawn clips. */
export const scenarioB = {
  guider: "Tom",
  stage: "accredited",
  supervisions: [],
  organisation: {
    name: "Tern Hill School",
    safeguardingContact: "Ruth Ellery, safeguarding lead, extension 12",
  },
  supervisor: null, // Zara's father does not want one to see the clips
  journey: { practitionerName: "Joanne", childName: "Zara", setting: "Special school, class 5" },
  people: [
    { name: "Zara", relation: "child", refused: ["supervisorSeesClips", "training"] },
    { name: "Joanne", relation: "practitioner" },
    { name: "Zara's father", relation: "parentCarer" },
    { name: "Agency nurse", relation: "inShot" },
  ],
  given: ["film", "sharedReview"],
  agreedWithPeople: {
    lawfulBasis: "publicTask",
    assentSigns: "Zara turns her head with her hand flat: stop filming.",
  },
  dissents: [
    { daysAgo: 66, words: "Zara turned her head, hand flat. Tom stopped filming at once." },
  ],
  linkFor: "Zara's father",
  usesOutcomes: true,
  helpingQuestion: "How do Zara and I share a joke, and who starts it?",
  goals: [
    { text: "I notice Zara's start before I fill the gap", baseline: 4, hopedFor: 8 },
    { text: "We both enjoy ten minutes a day", baseline: 3, hopedFor: 7 },
  ],
  firstTalkDaysAgo: 105,
  cycles: [
    {
      daysAgo: 91,
      clips: [
        {
          file: "demo/clip-b-1-1.mp4",
          title: "Before the device speaks",
          initiative: "stills, looks at the screen, then at Joanne",
          modality: "eye-gaze",
          why: "Zara's look comes before the device's voice.",
          description:
            "Zara sits in her chair with the eye-gaze device in front of her. She grows still, looks at the screen, then at Joanne. Joanne turns to her, and Zara laughs.",
          preparation: "Step back three frames: what comes first, the look or the voice?",
        },
        {
          file: "demo/clip-b-1-2.mp4",
          title: "Calling back",
          initiative: "calls with a long, rising vowel",
          modality: "voice",
          why: "A tune that both know.",
          description:
            "Device time. Zara calls, long and rising. Joanne calls back lower. Zara goes lower too, and both laugh.",
          preparation: "Whose joke is it? Let Joanne hear it twice.",
        },
      ],
      howDidItGo: [],
      held: [
        {
          clip: 0,
          frame: 58,
          words: {
            initiative: "Zara looked at me first.",
            response: "I turned to her, not to the device, and she laughed.",
            feeling: "I'd have sworn the machine started it.",
          },
          principles: ["attentive", "receiving"],
          isPinned: true,
        },
        {
          clip: 1,
          frame: 122,
          words: {
            initiative: "She called.",
            response: "I called back, lower.",
            followedBy: "She went lower too. That's our joke.",
          },
          principles: ["attuned"],
        },
      ],
      aims: [
        { text: "Look at Zara's eyes before the screen.", whereWhen: "" },
        { text: "Answer her call with the same tune.", whereWhen: "" },
      ],
      ratings: [5, 4],
      checkIns: {
        before: { of10: [5, 5, 3, 4], word: "empty", isShared: true },
        after: { of10: [6, 6, 3, 5], word: "amused" },
      },
      nextFilm: { inDays: 14, what: "Snack, with the switch" },
      guiderWords: "You turned to Zara, not to the machine. She knew who was listening.",
      ownWords: "She starts more than I thought.",
    },
    {
      daysAgo: 70,
      clips: [
        {
          file: "demo/clip-b-2-2.mp4",
          title: "My hand, not the switch",
          initiative: "holds her gaze on Joanne's hand",
          modality: "gaze",
          why: "A choice made by looking alone.",
          description:
            "The switch lies on the tray. Zara looks at Joanne's hand and goes on looking. Joanne opens her hand and waits.",
          preparation: "How long is the wait? Let Joanne count it.",
        },
        {
          file: "demo/clip-b-2-3.mp4",
          title: "Past the nurse",
          initiative: "looks past the nurse at Joanne and calls",
          modality: "gaze",
          why: "She looks for Joanne while somebody else is busy with her.",
          description:
            "A nurse tucks Zara's blanket in. Zara looks past her at Joanne and calls. Joanne meets her look, waits until the nurse is done, and answers.",
          preparation: "",
          inShot: ["Agency nurse"],
        },
      ],
      howDidItGo: ["Her eyes come first, every time.", "Sung in the corridor now, too."],
      held: [
        {
          clip: 0,
          frame: 105,
          words: {
            initiative: "She chose my hand, not the switch.",
            response: "I opened it and waited.",
            followedBy: "She pressed it with her eyes, if that's a thing.",
          },
          principles: ["encouraging", "guiding"],
          isPinned: true,
        },
        {
          clip: 1,
          frame: 136,
          words: { response: "I met her look, and answered when the nurse was done." },
          principles: ["receiving"],
        },
      ],
      aims: [{ text: "Keep my hand open for as long as she looks.", whereWhen: "Snack" }],
      ratings: [7, 6],
      checkIns: { after: { of10: [7, 8, null, 7], word: "seen" } },
      nextFilm: { inDays: 14, what: "The \u201cboo\u201d game" },
      guiderWords: "An open hand and a long wait: Zara had all the time she needed.",
      ownWords: "We laughed about it all week.",
      withdrawnAfter: "Agency nurse",
    },
    {
      daysAgo: 42,
      clips: [
        {
          file: "demo/clip-b-3-1.mp4",
          title: "Boo",
          initiative: "selects \u201cboo\u201d and waits",
          modality: "symbol",
          why: "She sets the joke up and keeps the timing.",
          description:
            "Zara chooses \u201cboo\u201d on her device and waits, looking at Joanne. Joanne jumps. Zara laughs and takes the next turn.",
          preparation: "Who waits for whom?",
        },
      ],
      howDidItGo: ["Thirty seconds once. I counted."],
      held: [
        {
          clip: 0,
          frame: 113,
          words: {
            initiative: "She set me up. She waited for me to be ready.",
            response: "I gave her the biggest jump and then I let her have the next turn.",
          },
          principles: ["attuned"],
          engagement: ["anticipation", "initiation"],
          isPinned: true,
        },
      ],
      aims: [{ text: "Tell the team: wait, she's funny.", whereWhen: "" }],
      ratings: [8, 7],
      checkIns: { after: { of10: [8, 8, 6, 8], word: "ready" } },
      nextFilm: null,
      guiderWords: "Zara leads, and you follow with your whole heart.",
      ownWords: "She is funny, and now I have it on film.",
    },
  ],
  followUp: null,
  last: {
    keeps: "We both keep the reports. Joanne keeps her summary.",
    held: [
      {
        clip: 1,
        frame: 58,
        words: { feeling: "I see her start now while it happens." },
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
    intro: "A pupil and I looked for our jokes, and for who starts them.",
    lines: [
      "I turned to her",
      "I called back, lower.",
      "I opened it and waited.",
      "I gave her the biggest jump",
    ],
    closing: "Zara starts our jokes. I wait, she leads, and we both come back for more.",
  },
};
