import { humStory } from "./story-hum.mjs";
import { lookStory } from "./story-look.mjs";
import { pourStory } from "./story-pour.mjs";

/** The three clips of cycle 1 of the demo, in their order. */
export const stories = [lookStory, humStory, pourStory];
