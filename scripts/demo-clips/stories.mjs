import { booStory } from "./story-boo.mjs";
import { firstLookStory } from "./story-first-look.mjs";
import { handStory } from "./story-hand.mjs";
import { humStory } from "./story-hum.mjs";
import { lookStory } from "./story-look.mjs";
import { moreStory } from "./story-more.mjs";
import { pourStory } from "./story-pour.mjs";
import { tapsStory } from "./story-taps.mjs";
import { tuneStory } from "./story-tune.mjs";
import { waitStory } from "./story-wait.mjs";

/** The clips of the demo: those of Kit and Callum by cycle, then those of Zara and Joanne. */
export const stories = [
  lookStory,
  humStory,
  pourStory,
  tapsStory,
  moreStory,
  firstLookStory,
  tuneStory,
  handStory,
  waitStory,
  booStory,
];
