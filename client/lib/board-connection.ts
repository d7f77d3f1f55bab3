import { peekVarUint, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarUint } from "lib0/encoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider, messageSync } from "y-websocket";
import * as Y from "yjs";
import { rootNames } from "#shared/board/board-doc.ts";
import { boardSocketPath, fenceMessageType } from "#shared/protocol/board-socket.ts";
import { afterPaint } from "./after-paint.ts";
import {
  fenceAfter,
  hasUnsaved,
  isOver,
  newFence,
  saveStateOf,
  wantsFence,
} from "./board-fence.ts";
import type { FenceEvent, SaveState } from "./board-fence.ts";
import { ownHouse } from "./house.ts";
import { watchBoardSocket } from "./board-heartbeat.ts";
import { stopReasonOf } from "./board-stop-reasons.ts";
import { UnsentWords } from "./board-unsent.ts";
import type { LeftoverText, TabStorage } from "./board-unsent.ts";
import { createOwnUndo, ownOrigin } from "./own-undo.ts";

const restoredOrigin = Symbol("restored after a reload");

/** How long local edits are gathered before the server is asked whether they are kept. */
const fenceDelayMs = 80;
const storeDelayMs = 250;
/** Carets are told at most this often; the server admits ten a second. */
const caretIntervalMs = 150;

/** What a board connection needs; the last three are for tests outside a browser. */
export interface BoardConnectionOptions {
  readonly reviewId: string;
  readonly boardEpoch: string;
  readonly tabId: string;
  /** Supervisors watch: nothing of theirs is sent. */
  readonly canWrite: boolean;
  /** `ws://` or `wss://` and host; this page's own unless told otherwise. */
  readonly serverUrl?: string;
  /** Which server there; the page's own unless told otherwise. */
  readonly house?: string;
  readonly storage?: TabStorage | null;
  readonly WebSocketClass?: typeof WebSocket;
}

/** What the screen follows of a connection. */
export interface BoardStatus {
  readonly save: SaveState;
  /** Whether unsaved words would survive a reload of this tab. */
  readonly isStoredInTab: boolean;
  /** Words that could not go into the board, for copying. */
  readonly leftover: readonly LeftoverText[];
  /** Whether the board's content has arrived in this page. */
  readonly isLoaded: boolean;
}

/** What the board's parts use of a connection, however it reaches the others. */
export type BoardLink = Pick<
  BoardConnection,
  "doc" | "awareness" | "canWrite" | "change" | "undo" | "setCaret" | "dismissLeftover"
>;

/**
 * One tab's connection to a review's board: the shared document, its honest saved state, and the words
 * that wait. Comes back by itself after every loss except where the server said not to.
 */
export class BoardConnection {
  readonly doc = new Y.Doc();
  readonly awareness: Awareness;
  readonly canWrite: boolean;
  /** Undo of this person's own changes, anywhere on the board; never of anybody else's. */
  readonly undo = createOwnUndo(this.doc);
  private readonly provider: WebsocketProvider;
  private readonly unsent: UnsentWords;
  private readonly listeners = new Set<() => void>();
  private restored: Uint8Array | null;
  private fence;
  private status: BoardStatus;
  private hasAnsweredServer = false;
  private hasSynced = false;
  private fenceTimer: ReturnType<typeof setTimeout> | null = null;
  private storeTimer: ReturnType<typeof setTimeout> | null = null;
  private caretTimer: ReturnType<typeof setTimeout> | null = null;
  private readonly stopWatching: () => void;
  private isClosed = false;
  private nextCaret: unknown = null;

  constructor(options: BoardConnectionOptions) {
    this.canWrite = options.canWrite;
    const storage = options.storage === undefined ? sessionStorage : options.storage;
    this.unsent = new UnsentWords(storage, options.reviewId, options.boardEpoch);
    this.restored = this.unsent.restore();
    this.fence = newFence(this.restored !== null);
    this.status = this.readStatus();
    this.provider = new WebsocketProvider(
      (options.serverUrl ?? location.origin.replace(/^http/, "ws")) +
        (options.house ?? ownHouse) +
        boardSocketPath,
      options.reviewId,
      this.doc,
      {
        connect: false,
        disableBc: true,
        maxBackoffTime: 2_500,
        params: { tab: options.tabId, epoch: options.boardEpoch },
        ...(options.WebSocketClass ? { WebSocketPolyfill: options.WebSocketClass } : {}),
      },
    );
    this.awareness = this.provider.awareness;
    this.listenToProvider();
    this.listenToDocument();
    globalThis.addEventListener?.("pagehide", this.storeNow);
    this.provider.connect();
    this.stopWatching = watchBoardSocket(this.provider, () => this.reconnectNow());
  }

  /** For `useSyncExternalStore`: calls back after each change of `readStatus`; answers how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The status as it is now; the same object until something changes. */
  readonly getStatus = (): BoardStatus => this.status;

  /** One change of this person's, which their undo may take back. */
  change(work: () => void): void {
    if (this.canWrite) this.doc.transact(work, ownOrigin);
  }

  /** Tells the others where this person's caret is; `null` when it is in no field. */
  setCaret(focus: { path: string; anchor: unknown; head: unknown } | null): void {
    if (!this.canWrite) return;
    this.nextCaret = focus;
    this.caretTimer ??= setTimeout(() => {
      this.caretTimer = null;
      this.awareness.setLocalStateField("focus", this.nextCaret);
    }, caretIntervalMs);
  }

  /**
   * Drops a socket that may be dead and opens a new one at once. A stopped board stays so, except
   * when another tab had the seat.
   */
  reconnectNow(): void {
    if (isOver(this.fence)) return;
    this.provider.disconnect();
    this.provider.connect();
  }

  /** The person has seen the words that could not be saved and lets go of them. */
  dismissLeftover(): void {
    this.unsent.dismissLeftover();
    this.tell();
  }

  /** Closes for good; unsent words stay in the tab's storage unless the review is over. */
  close({ forgetUnsent }: { forgetUnsent: boolean }): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.clearTimers();
    this.stopWatching();
    globalThis.removeEventListener?.("pagehide", this.storeNow);
    if (forgetUnsent) this.unsent.forget();
    else this.unsent.write();
    this.provider.destroy();
    this.awareness.destroy();
    this.doc.destroy();
    this.listeners.clear();
  }

  private listenToProvider() {
    const handlers = this.provider.messageHandlers;
    const readSync = handlers[messageSync];
    handlers[messageSync] = (encoder, decoder, ...rest) => {
      const isStep1 = peekVarUint(decoder) === 0;
      readSync?.(encoder, decoder, ...rest);
      // The provider sends the answer to the server's step 1 after this handler; a fence goes after it.
      if (isStep1) queueMicrotask(() => this.settle({ hasAnsweredServer: true }));
    };
    handlers[fenceMessageType] = (_encoder, decoder) => {
      const counter = readVarUint(decoder);
      this.apply({ kind: "answered", counter });
      this.unsent.confirm(this.fence.answered);
      this.tell();
    };
    this.provider.on("status", ({ status }) => {
      if (status === "connected") {
        this.hasAnsweredServer = false;
        this.hasSynced = false;
        this.apply({ kind: "connected" });
      } else if (status === "disconnected") {
        this.apply({ kind: "lost" });
        this.unsent.moveTo(this.fence.needed);
        this.storeNow();
      }
    });
    this.provider.on("sync", (isSynced) => {
      if (isSynced) this.settle({ hasSynced: true });
    });
    this.provider.on("closed", ({ code }) => this.stop(code));
  }

  private settle(reached: { hasAnsweredServer?: true; hasSynced?: true }) {
    this.hasAnsweredServer ||= reached.hasAnsweredServer ?? false;
    this.hasSynced ||= reached.hasSynced ?? false;
    if (!this.hasAnsweredServer || !this.hasSynced) return;
    if (this.restored !== null) Y.applyUpdate(this.doc, this.restored, restoredOrigin);
    this.restored = null;
    this.apply({ kind: "settled" });
    this.sendFence();
  }

  private listenToDocument() {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === this.provider || origin === restoredOrigin) return;
      this.apply({ kind: "edited" });
      this.unsent.add(update, this.fence.needed);
      this.fenceTimer ??= setTimeout(this.sendFence, fenceDelayMs);
      this.storeTimer ??= setTimeout(this.storeNow, storeDelayMs);
    });
    for (const name of rootNames) {
      this.doc.getMap(name).observeDeep((events, transaction) => {
        if (transaction.origin === this.provider) return;
        for (const event of events) {
          if (!(event.target instanceof Y.Text)) continue;
          this.unsent.addText([name, ...event.path].join("/"), event.target.toJSON());
        }
      });
    }
  }

  private readonly sendFence = () => {
    if (this.fenceTimer !== null) clearTimeout(this.fenceTimer);
    this.fenceTimer = null;
    if (wantsFence(this.fence)) this.writeFence();
  };

  private writeFence() {
    const { ws } = this.provider;
    if (ws === null || ws.readyState !== ws.OPEN) return;
    this.apply({ kind: "fence-sent" });
    const encoder = createEncoder();
    writeVarUint(encoder, fenceMessageType);
    writeVarUint(encoder, this.fence.sent);
    ws.send(toUint8Array(encoder));
  }

  private readonly storeNow = () => {
    if (this.storeTimer !== null) clearTimeout(this.storeTimer);
    this.storeTimer = null;
    if (isOver(this.fence)) this.unsent.giveUp();
    else if (hasUnsaved(this.fence)) this.unsent.write();
    this.tell();
  };

  private stop(code: number) {
    const reason = stopReasonOf(code);
    this.apply({ kind: "stopped", reason });
    if (isOver(this.fence)) this.unsent.giveUp();
    if (reason === "ended" || reason === "revoked" || reason === "forbidden") this.unsent.forget();
    this.tell();
  }

  private apply(event: FenceEvent) {
    this.fence = fenceAfter(this.fence, event);
    this.tell();
  }

  private tell() {
    const next = this.readStatus();
    if (JSON.stringify(next) === JSON.stringify(this.status)) return;
    this.status = next;
    // That a letter is being saved is shown right behind the letter itself.
    if (next.save.kind === "saving") afterPaint(this.callListeners);
    else this.callListeners();
  }

  private readonly callListeners = () => {
    for (const listener of this.listeners) listener();
  };

  private readStatus(): BoardStatus {
    return {
      save: saveStateOf(this.fence),
      isStoredInTab: this.unsent.isStored,
      leftover: this.unsent.leftover,
      isLoaded: this.fence.hasOpened,
    };
  }

  private clearTimers() {
    for (const timer of [this.fenceTimer, this.storeTimer, this.caretTimer]) {
      if (timer !== null) clearTimeout(timer);
    }
  }
}
