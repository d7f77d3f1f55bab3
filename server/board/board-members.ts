import { presenceFrame } from "./board-messages.ts";
import type { BoardMember } from "./board-member.ts";
import { BoardPresence } from "./board-presence.ts";
import type { ClientOwners } from "./client-owners.ts";

/** The open connections of one board, and whose caret is shown to whom. */
export class BoardMembers {
  readonly #members = new Set<BoardMember>();
  readonly #presence: BoardPresence;

  constructor(owners: ClientOwners, nowMs: () => number) {
    this.#presence = new BoardPresence(owners, nowMs);
  }

  get isEmpty(): boolean {
    return this.#members.size === 0;
  }

  get size(): number {
    return this.#members.size;
  }

  /** A copy, so that closing one while going through them is safe. */
  list(): BoardMember[] {
    return [...this.#members];
  }

  join(member: BoardMember): void {
    this.#members.add(member);
    member.send(this.#presence.everybody(member));
  }

  leave(member: BoardMember): void {
    if (!this.#members.delete(member)) return;
    const frame = this.#presence.leave(member);
    if (frame !== null) this.tell(frame, member);
  }

  /** Sends a frame to everybody but `except`. */
  tell(frame: Uint8Array, except: unknown): void {
    for (const member of this.list()) if (member !== except) member.send(frame);
  }

  /** Passes a member's own presence on to the others. */
  receivePresence(member: BoardMember, bytes: Uint8Array): void {
    const { participantId, name, role } = member.seat;
    const frame = this.#presence.receive(member, { participantId, name, role }, bytes);
    if (frame !== null) this.tell(frame, member);
  }

  sendEverybody(member: BoardMember): void {
    member.send(this.#presence.everybody(member));
  }

  /** A sign of life, without which a browser takes its socket for dead. */
  tellAlive(): void {
    this.tell(presenceFrame([]), null);
  }

  closeAll(code: number): void {
    for (const member of this.list()) member.close(code);
  }
}
