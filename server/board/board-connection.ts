import type { Logger } from "pino";
import type { RawData, WebSocket } from "ws";
import type { Board } from "./board.ts";
import type { BoardMember, BoardSeat } from "./board-member.ts";
import { fenceFrame, isStateVector, readMessage, stateVectorFrame } from "./board-messages.ts";
import type { BoardMessage } from "./board-messages.ts";
import { TokenBucket } from "./token-bucket.ts";
import { liveLimits, resyncLimits } from "./guard-limits.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";

const bufferedBytes = 1024 * 1024;
const longestPauseMs = 2_000;
const closingMs = 1_000;
/** Beats without a sign of life after which a socket is ended; more behind an answer as big as the board. */
const beatsInSilence = { usual: 4, behindBoard: 15 };
/** What answering a state vector is charged: it can encode the whole document. */
const stateVectorCost = 40;

/** What a connection needs around it; its clock may stand anywhere but never goes back. */
export interface ConnectionPorts {
  readonly board: Board;
  readonly log: Logger;
  readonly monotonicMs: () => number;
}

/**
 * One board socket. Messages are worked off one by one in the order they came; who sends too much is
 * read more slowly, and who reads too slowly is dropped, to come back and be brought up to date.
 */
export class BoardConnection implements BoardMember {
  readonly seat: BoardSeat;
  readonly claimedIds = new Set<number>();
  canWrite: boolean;
  readonly #socket: WebSocket;
  readonly #ports: ConnectionPorts;
  readonly #messages: TokenBucket;
  readonly #edits: TokenBucket;
  #inbox: Uint8Array[] = [];
  #pause: NodeJS.Timeout | null = null;
  #isOpen = true;
  #silentBeats = 0;
  #hasBoard = false;
  #mayResync = true;

  constructor(socket: WebSocket, seat: BoardSeat, canWrite: boolean, ports: ConnectionPorts) {
    this.#socket = socket;
    this.seat = seat;
    this.canWrite = canWrite;
    this.#ports = ports;
    this.#messages = new TokenBucket(300, 600, ports.monotonicMs);
    this.#edits = new TokenBucket(60, 200, ports.monotonicMs);
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.on("pong", () => {
      this.#silentBeats = 0;
      this.#hasBoard = true;
    });
    socket.on("close", () => this.#leave());
    socket.on("error", (error) => ports.log.debug({ err: error }, "board socket failed"));
    ports.board.members.join(this);
    this.send(stateVectorFrame(ports.board.live));
  }

  send(frame: Uint8Array): void {
    if (!this.#isOpen) return;
    if (this.#socket.bufferedAmount > bufferedBytes) {
      this.#ports.log.info({ reason: "slow-reader" }, "board socket dropped");
      this.#leave();
      this.#socket.terminate();
      return;
    }
    this.#socket.send(frame);
  }

  close(code: number): void {
    if (!this.#isOpen) return;
    this.#leave();
    this.#socket.close(code);
    setTimeout(() => this.#socket.terminate(), closingMs).unref();
  }

  /** Asks for a sign of life; ends a connection that has given none for too many of these beats. */
  checkAlive(): void {
    const most = this.#hasBoard ? beatsInSilence.usual : beatsInSilence.behindBoard;
    if (this.#silentBeats >= most) {
      this.#leave();
      this.#socket.terminate();
      return;
    }
    this.#silentBeats += 1;
    this.#socket.ping();
  }

  /** A thin line carries the whole board slowly, and no answer comes before it is through. */
  #awaitBoard(): void {
    this.#hasBoard = false;
    if (this.#isOpen) this.#socket.ping();
  }

  #leave(): void {
    this.#isOpen = false;
    this.#inbox = [];
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#ports.board.leave(this);
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#silentBeats = 0;
    if (!this.#isOpen) return;
    if (!isBinary || !Buffer.isBuffer(data)) return this.#refuse("malformed");
    this.#inbox.push(new Uint8Array(data)); // a copy: `data` is a view into a buffer shared with others
    this.#workOff();
  }

  #workOff(): void {
    while (this.#isOpen && this.#pause === null) {
      const frame = this.#inbox.shift();
      if (frame === undefined) return;
      const message = readMessage(frame);
      if (message.ok) this.#handle(message.value);
      else this.#refuse(message.reason);
      this.#charge(this.#messages, 1);
    }
  }

  #handle(message: BoardMessage): void {
    const { board } = this.#ports;
    switch (message.kind) {
      case "state-vector":
        this.#charge(this.#edits, stateVectorCost);
        if (!isStateVector(message.bytes)) return this.#refuse("malformed");
        this.send(board.missingFor(message.bytes));
        return this.#awaitBoard();
      case "update":
        return this.#handleUpdate(message.bytes, message.resync);
      case "awareness":
        return board.members.receivePresence(this, message.bytes);
      case "query-awareness":
        return board.members.sendEverybody(this);
      case "fence":
        return board.afterAll(() => this.send(fenceFrame(message.counter)));
      case "unknown":
        return;
    }
  }

  #handleUpdate(bytes: Uint8Array, resync: boolean): void {
    const limits = resync && this.#mayResync ? resyncLimits : liveLimits;
    if (resync) this.#mayResync = false;
    const outcome = this.#ports.board.propose(this, bytes, limits);
    if (outcome.ok) this.#charge(this.#edits, outcome.value);
    else this.#refuse(outcome.reason);
  }

  /** The browser's document now holds what the server does not: it has to be loaded anew. */
  #refuse(reason: string): void {
    const { participantId, reviewId } = this.seat;
    this.#ports.log.warn({ reviewId, participantId, reason }, "board message refused");
    this.close(reason === "frozen" ? boardCloseCodes.frozen : boardCloseCodes.diverged);
  }

  #charge(bucket: TokenBucket, cost: number): void {
    const waitMs = Math.min(longestPauseMs, bucket.charge(cost));
    if (waitMs === 0 || this.#pause !== null || !this.#isOpen) return;
    this.#socket.pause();
    this.#pause = setTimeout(() => {
      this.#pause = null;
      this.#workOff();
      if (this.#pause === null) this.#socket.resume();
    }, waitMs);
  }
}
