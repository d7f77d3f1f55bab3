import type * as Y from "yjs";
import type { AppContext, Boards } from "#server/context.ts";
import type { ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";
import type { Signer } from "#shared/protocol/signing-routes.ts";
import {
  endingOf,
  isAgreedByBoth,
  newEnding,
  withAgreement,
  withContent,
  withoutAgreement,
} from "./ending-state.ts";
import type { EndingState } from "./ending-state.ts";
import { contentOf, sealCopy } from "./signed-copy.ts";

/** Done, or refused because the board has another content by now. */
type Outcome = Promise<Result<null, "board-changed">>;

/** The endings of all reviews. A restart closes them and forgets agreements, never what was signed. */
export interface Endings {
  /** Tells somebody who has come in how things stand at that moment. */
  greet(reviewId: ReviewId, tell: (ending: Ending) => void): Promise<void>;
  /** Whether the board rests as it was signed. */
  isFrozen(reviewId: ReviewId): Promise<boolean>;
  setOpen(reviewId: ReviewId, isOpen: boolean): Outcome;
  /** Signs the board when it is the second of the two. */
  agree(reviewId: ReviewId, who: Omit<Signer, "agreedAtMs">, contentHash: string): Outcome;
  takeBack(reviewId: ReviewId, who: ParticipantId): Outcome;
  /** Opens a signed board again; its copy stays, and the next agreement makes the next version. */
  writeOn(reviewId: ReviewId): Outcome;
  close(): void;
}

/** What the endings are made of; `tell` reaches everybody in the review's room. */
export interface EndingParts {
  readonly context: Pick<AppContext, "stores" | "clock" | "keys" | "access" | "log">;
  readonly boards: Pick<Boards, "readDoc" | "freeze">;
  readonly tell: (reviewId: ReviewId, ending: Ending) => void;
}

/** One review's ending; what is asked about it is done one after the other. */
interface LiveEnding {
  readonly reviewId: ReviewId;
  state: EndingState;
  last: Promise<unknown>;
}

/** Keeps the endings and signs what both have agreed to. */
export function createEndings({ context, boards, tell }: EndingParts): Endings {
  const { stores, clock, keys, log } = context;
  const endings = new Map<ReviewId, Promise<LiveEnding>>();
  const watched = new WeakSet<Y.Doc>();

  function find(reviewId: ReviewId): Promise<LiveEnding> {
    const known = endings.get(reviewId) ?? load(reviewId);
    endings.set(reviewId, known);
    return known;
  }

  async function load(reviewId: ReviewId): Promise<LiveEnding> {
    try {
      const latest = await stores.signedBoards.latest(reviewId);
      const signed = latest === null || latest.writtenOnAtMs !== null ? null : latest;
      const state = newEnding(signed && signedFacts(signed));
      return { reviewId, state, last: Promise.resolve() };
    } catch (error) {
      endings.delete(reviewId); // so that the next one tries again
      throw error;
    }
  }

  async function inTurn(reviewId: ReviewId, work: (ending: LiveEnding) => void | Outcome): Outcome {
    const ending = await find(reviewId);
    const done = ending.last.then(async () => await work(ending));
    ending.last = done.catch(() => undefined); // told to whoever asked for it
    return (await done) ?? ok(null);
  }

  function change(ending: LiveEnding, state: EndingState): void {
    if (state === ending.state) return;
    ending.state = state;
    tell(ending.reviewId, endingOf(state));
  }

  /** Takes agreements back as soon as the board is another one. */
  function watch(ending: LiveEnding, doc: Y.Doc): void {
    if (watched.has(doc)) return;
    watched.add(doc);
    doc.on("update", () => {
      if (ending.state.agreements.length === 0 || ending.state.signed !== null) return;
      change(ending, withContent(ending.state, contentOf(doc).sha256));
    });
  }

  async function agree(
    ending: LiveEnding,
    who: Omit<Signer, "agreedAtMs">,
    contentHash: string,
  ): Outcome {
    if (ending.state.signed !== null) return ok(null); // the other was quicker: it is what both agreed to
    const doc = await boards.readDoc(ending.reviewId);
    watch(ending, doc);
    if (contentOf(doc).sha256 !== contentHash) return fail("board-changed");
    const signer = { ...who, agreedAtMs: clock.nowMs() };
    change(ending, withAgreement(ending.state, { signer, contentHash }));
    if (!isAgreedByBoth(ending.state, contentHash)) return ok(null);
    return await sign(ending, contentHash);
  }

  /** Frozen first: what reaches the disk while that takes effect is looked at before anything is signed. */
  async function sign(ending: LiveEnding, agreedHash: string): Outcome {
    const { reviewId } = ending;
    await boards.freeze(reviewId, true);
    try {
      const { content, sha256 } = contentOf(await boards.readDoc(reviewId));
      if (sha256 !== agreedHash || !isAgreedByBoth(ending.state, sha256)) {
        await boards.freeze(reviewId, false);
        change(ending, withContent(ending.state, sha256));
        return fail("board-changed");
      }
      const version = ((await stores.signedBoards.latest(reviewId))?.version ?? 0) + 1;
      const signedBy = ending.state.agreements.map(({ signer }) => signer);
      const signed = { version, signedAtMs: clock.nowMs() };
      await stores.signedBoards.add(
        sealCopy(keys, { reviewId, ...signed, sha256, content, signedBy }),
      );
      log.info({ reviewId, version }, "board signed");
      change(ending, { ...ending.state, signed });
      return ok(null);
    } catch (error) {
      await boards.freeze(reviewId, false);
      throw error;
    }
  }

  async function writeOn(ending: LiveEnding): Outcome {
    const { reviewId, state } = ending;
    if (state.signed === null) return ok(null);
    await stores.signedBoards.writeOn(reviewId, state.signed.version, clock.nowMs());
    await boards.freeze(reviewId, false);
    change(ending, { ...ending.state, agreements: [], signed: null });
    return ok(null);
  }

  const stopListening = context.access.listen((news) => {
    if (news.kind === "review-ended") endings.delete(news.reviewId);
  });

  return {
    greet: async (reviewId, tellOne) => {
      try {
        tellOne(endingOf((await find(reviewId)).state));
      } catch (error) {
        log.error({ reviewId, error }, "an ending could not be read");
      }
    },
    isFrozen: async (reviewId) => (await find(reviewId)).state.signed !== null,
    setOpen: (reviewId, isOpen) =>
      inTurn(reviewId, (ending) => {
        if (ending.state.isOpen !== isOpen) change(ending, { ...ending.state, isOpen });
      }),
    agree: (reviewId, who, contentHash) =>
      inTurn(reviewId, (ending) => agree(ending, who, contentHash)),
    takeBack: (reviewId, who) =>
      inTurn(reviewId, (ending) => {
        if (ending.state.signed === null) change(ending, withoutAgreement(ending.state, who));
      }),
    writeOn: (reviewId) => inTurn(reviewId, writeOn),
    close: stopListening,
  };
}

function signedFacts({ version, signedAtMs }: NonNullable<Ending["signed"]>): Ending["signed"] {
  return { version, signedAtMs };
}
