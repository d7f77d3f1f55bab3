/** A person's browser as far as the server can tell; each command throws when it is refused. */
export interface Visitor {
  readonly origin: string;
  cookie(): string;
  get(path: string): Promise<unknown>;
  post(path: string, body?: unknown): Promise<unknown>;
  put(path: string, body?: unknown): Promise<unknown>;
  remove(path: string, body?: unknown): Promise<unknown>;
  putFile(path: string, bytes: Uint8Array): Promise<unknown>;
}

/** Somebody nobody knows yet, at this origin. */
export function createVisitor(origin: string): Visitor;
