/** What is written about one held moment, in the fields of its card. */
export interface WrittenMoment {
  readonly words: Readonly<
    Partial<Record<"initiative" | "response" | "followedBy" | "feeling", string>>
  >;
  /** The families it is an example of, by the digit that names each. */
  readonly principleKeys: readonly string[];
}

/** What is written in one cycle's review. */
export interface WrittenCycle {
  /** How it went with each of the aims of the cycle before. */
  readonly howDidItGo: readonly string[];
  readonly moments: readonly WrittenMoment[];
  readonly aims: readonly { readonly text: string; readonly whereWhen: string }[];
}

/** A whole journey in words; invented people. */
export interface WrittenJourney {
  readonly practitionerName: string;
  readonly childName: string;
  readonly helpingQuestion: string;
  readonly goals: readonly string[];
  readonly cycles: readonly WrittenCycle[];
}

/** The words of Callum and Nadia about Kit. */
export const scenarioA: WrittenJourney = {
  practitionerName: "Callum",
  childName: "Kit",
  helpingQuestion:
    "How can I tell when Kit wants to carry on with me, and let him know I've got the message?",
  goals: [
    "Kit and I go back and forth for three turns or more",
    "I can stay with Kit's pace even when the timetable pushes",
  ],
  cycles: [
    {
      howDidItGo: [],
      moments: [
        {
          words: {
            initiative: "Kit looked at the cup and then at me.",
            response: "I held still and kept my face open.",
            followedBy: "He looked again, for longer.",
            feeling: "I thought I was doing nothing there. I was waiting!",
          },
          principleKeys: ["1", "2"],
        },
        {
          words: {
            initiative: "He hummed and I hummed it back, same length.",
            followedBy: "He smiled and went again, so that's three turns.",
          },
          principleKeys: ["3", "4"],
        },
        {
          words: {
            initiative: "He moved the cup to me.",
            response: "I said 'you want more' and poured slowly.",
          },
          principleKeys: ["3"],
        },
      ],
      aims: [
        { text: "Count to five in my head before I offer again", whereWhen: "snack time" },
        { text: "Hum back what he hums.", whereWhen: "" },
      ],
    },
    {
      howDidItGo: ["The five seconds felt ages. He fills it now."],
      moments: [
        {
          words: {
            initiative: "Two taps, and I tapped two.",
            followedBy: "He looked up to see if it was really me.",
            feeling: "Like being let in.",
          },
          principleKeys: [],
        },
      ],
      aims: [],
    },
    {
      howDidItGo: [],
      moments: [
        {
          words: {
            initiative: "He started it.",
            response: "I came down to his height and got it first time.",
            followedBy: "Five turns.",
            feeling: "Same wait, but look at my shoulders — I'm not worried.",
          },
          principleKeys: [],
        },
      ],
      aims: [],
    },
  ],
};

/** The words of Joanne and her guider about Zara. */
export const scenarioB: WrittenJourney = {
  practitionerName: "Joanne",
  childName: "Zara",
  helpingQuestion: "How do Zara and I share a joke, and who starts it?",
  goals: ["I notice Zara's start before I fill the gap", "We both enjoy ten minutes a day"],
  cycles: [
    {
      howDidItGo: [],
      moments: [
        {
          words: {
            initiative: "Zara looked at me first.",
            response: "I turned to her, not to the device, and she laughed.",
            feeling: "I'd have sworn the machine started it.",
          },
          principleKeys: ["1", "3"],
        },
        {
          words: {
            initiative: "She called and I called back, lower.",
            followedBy: "She went lower too. That's our joke.",
          },
          principleKeys: ["4"],
        },
      ],
      aims: [
        { text: "Look at Zara's eyes before the screen.", whereWhen: "" },
        { text: "Answer her call with the same tune.", whereWhen: "" },
      ],
    },
    {
      howDidItGo: [],
      moments: [
        {
          words: {
            initiative: "She chose my hand, not the switch.",
            response: "I opened it and waited.",
            followedBy: "She pressed it with her eyes, if that's a thing.",
          },
          principleKeys: ["2", "5"],
        },
      ],
      aims: [],
    },
    {
      howDidItGo: [],
      moments: [
        {
          words: {
            initiative: "She set me up. She waited for me to be ready.",
            response: "I gave her the biggest jump and then I let her have the next turn.",
          },
          principleKeys: ["4"],
        },
      ],
      aims: [{ text: "Tell the team: wait, she's funny.", whereWhen: "" }],
    },
  ],
};
