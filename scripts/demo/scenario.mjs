/** Cycle 1 of the demo journey: invented people, drawn clips. Frames are counted at 25 a second. */
export const scenario = {
  guider: "Nadia",
  journey: { practitionerName: "Callum", childName: "Kit", setting: "Year 3, mainstream primary" },
  carer: "Kit's mother",
  supervisor: "Helen",
  helpingQuestion:
    "How can I tell when Kit wants to carry on with me, and let him know I've got the message?",
  goals: [
    { text: "Kit and I go back and forth for three turns or more", baseline: 3, hopedFor: 7 },
    { text: "I can stay with Kit's pace even when the timetable pushes", baseline: 2, hopedFor: 6 },
  ],
  given: ["film", "sharedReview", "supervisorSeesClips"],
  refusedByCarer: ["showcase", "training"],
  clips: [
    {
      file: "demo/clip-1-1.mp4",
      title: "The empty cup",
      initiative: "looks at the empty cup, then at Callum",
      description:
        "A water tray on a low table. Kit sits on the left, Callum on the right. Kit looks down at an empty cup and up at Callum, who keeps still with an open face. Kit looks again, for longer. Water drips softly.",
      preparation:
        "Kit starts it: cup, then face. Leave Callum room to see his own waiting. His stillness is what lets Kit look again.",
      held: {
        frame: 55,
        initiative: "Kit looked at the cup and then at me. He looked again, for longer.",
        response: "I held still and kept my face open.",
        followedBy: "I thought I was doing nothing there. I was waiting!",
        principles: ["attentive", "encouraging"],
      },
    },
    {
      file: "demo/clip-1-2.mp4",
      title: "Humming back",
      initiative: "hums, stops and waits",
      description:
        "The same table. Kit hums one low note, stops and waits. Callum hums the same note back, the same length. Kit smiles and hums again.",
      preparation:
        "Three turns, and Kit begins each. Same note, same length: Callum shows that he heard. Does he know how exact it was?",
      held: {
        frame: 70,
        initiative: "He hummed, stopped and waited.",
        response: "I hummed it back, same length.",
        followedBy: "He smiled and went again, so that's three turns.",
        principles: ["receiving", "attuned"],
      },
    },
    {
      file: "demo/clip-1-3.mp4",
      title: "The cup comes nearer",
      initiative: "pushes the cup nearer to Callum",
      description:
        "Kit reaches for the cup and pushes it across to Callum. Callum says \u201cyou want more\u201d and pours slowly. Kit watches the water.",
      preparation:
        "He brings the cup nearer and Callum puts it into words before he pours. How does this speak to his question?",
      held: {
        frame: 63,
        initiative: "He moved the cup to me.",
        response: "I said \u201cyou want more\u201d and poured slowly.",
        followedBy: "He watched the water and leaned in.",
        principles: ["receiving"],
      },
    },
  ],
  aims: [
    { text: "Count to five in my head before I offer again.", whereWhen: "Snack time" },
    { text: "Hum back what he hums.", whereWhen: "" },
  ],
};
