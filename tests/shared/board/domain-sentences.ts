/** DOMAIN.md section 8. */
export const domainStrengths = [
  "I didn't rush her; I waited and she came back.",
  "She stopped, and I stopped too.",
  "No words were needed.",
  "He turned away for a moment, then looked back when I hummed.",
  "I was wrong-footed by his laugh and we both giggled.",
  "It was hard work and worth it.",
  "I noticed he wasn't finished, so I stayed.",
  "You left a gap and he filled it.",
] as const;

/** DOMAIN.md section 8. */
export const domainDeficits = [
  "I should have waited longer.",
  "I failed to notice him.",
  "You talked too much.",
  "Next time don't interrupt her.",
  "That was a bad response.",
  "I got it wrong again.",
  "I wasted the moment.",
  "You need to improve your timing.",
] as const;

/** Words of both scenarios of DOMAIN.md section 10, as they are typed. */
export const scenarioWords = [
  "Kit looked at the cup and then at me. I held still and kept my face open. He looked again, for longer.",
  "I thought I was doing nothing there. I was waiting!",
  "He hummed and I hummed it back, same length. He smiled and went again, so that's three turns.",
  "He moved the cup to me. I said 'you want more' and poured slowly.",
  "Count to five in my head before I offer again (snack time).",
  "Hum back what he hums.",
  "Two taps, and I tapped two. He looked up to see if it was really me.",
  "Like being let in.",
  "The five seconds felt ages. He fills it now.",
  "He started it. I came down to his height and got it first time. Five turns.",
  "Same wait, but look at my shoulders — I'm not worried.",
  "Zara looked at me first. I turned to her, not to the device, and she laughed.",
  "I'd have sworn the machine started it.",
  "She called and I called back, lower. She went lower too. That's our joke.",
  "Look at Zara's eyes before the screen.",
  "She chose my hand, not the switch. I opened it and waited. She pressed it with her eyes, if that's a thing.",
  "She set me up. She waited for me to be ready. I gave her the biggest jump and then I let her have the next turn.",
  "Tell the team: wait, she's funny.",
] as const;
