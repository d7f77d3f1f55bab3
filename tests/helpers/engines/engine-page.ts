import type { EvaluatesInPage } from "#tests/helpers/clips.ts";

/** The browser engines the room is tried in. */
export type EngineName = "Chromium" | "Firefox" | "WebKit";

/** One person's page in any engine: the little that all three can do, by real clicks and real keys. */
export interface EnginePage extends EvaluatesInPage {
  readonly engine: EngineName;
  /** Opens an address and waits until its document is loaded. */
  goto(address: string): Promise<void>;
  /** Clicks the button of exactly this name, as a hand would, as soon as it is there. */
  press(button: string): Promise<void>;
  /** Presses one key by its name in the DOM, `ArrowRight` for example. */
  key(name: string): Promise<void>;
  /** Types into whatever has the focus, letter by letter. */
  type(words: string): Promise<void>;
  /** What a person would see, as PNG. */
  screenshot(): Promise<Uint8Array>;
  /** Ends this page and everything that was started for it. */
  close(): Promise<void>;
}

/** Whether a browser has a camera and a microphone, which nobody made, and gives them without asking. */
export interface EngineDevices {
  readonly hasDevices: boolean;
}

/** How large the page is, in CSS pixels. */
export const pageSize = { width: 1366, height: 768 } as const;

/** The time from one typed letter to the next, in ms. */
export const letterMs = 30;

/** How long to wait for what must come, in ms. */
export const patienceMs = 30_000;

/** Asks `ask` until it answers something; its last word, or the last error, when it never does. */
export async function until<Value>(what: string, ask: () => Promise<Value | null>): Promise<Value> {
  const endsAtMs = performance.now() + patienceMs;
  let lastError: unknown = null;
  while (performance.now() < endsAtMs) {
    try {
      const value = await ask();
      if (value !== null) return value;
    } catch (error) {
      lastError = error; // a button that moves away under the hand, a document that changes: asked again
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited ${patienceMs} ms for ${what}.`, { cause: lastError });
}

/** The button of this name that can be pressed now, or null. Runs in the page, so it stands alone. */
export function findButton(name: string): HTMLButtonElement | null {
  const nameOf = (button: HTMLButtonElement) =>
    (button.getAttribute("aria-label") ?? button.textContent).trim();
  const isThere = (button: HTMLButtonElement) =>
    !button.disabled && button.getClientRects().length > 0;
  const buttons = [...document.querySelectorAll("button")];
  return buttons.find((button) => nameOf(button) === name && isThere(button)) ?? null;
}
