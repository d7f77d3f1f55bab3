import type { Request, Response } from "express";
import type { z } from "zod";
import type { AppContext, Boards, ClipFiles, MediaAddresses, Visitor } from "#server/context.ts";
import type { Focus } from "#server/focus/focus.ts";
import type { Lobby } from "#server/identity/lobby.ts";
import type { Passwords } from "#server/identity/passwords.ts";
import type { SetUpLink } from "#server/identity/set-up-link.ts";
import type { Rehearsals } from "#server/rehearsal/rehearsals.ts";
import type { Stills } from "#server/stills/stills.ts";
import type { Thing } from "#shared/domain/permissions.ts";
import type { HttpApi, RouteName } from "#shared/protocol/http-api.ts";
import type { Refused } from "./refused.ts";

/** What the handlers of all routes are built from. */
export interface HandlerParts {
  readonly context: Omit<AppContext, "boardLog">;
  readonly lobby: Lobby;
  readonly boards: Pick<Boards, "epochOf" | "readDoc">;
  readonly clipFiles: ClipFiles;
  readonly mediaAddresses: MediaAddresses;
  readonly passwords: Passwords;
  readonly setUpLink: SetUpLink;
  readonly stills: Stills;
  readonly focus: Focus;
  readonly rehearsals: Pick<Rehearsals, "begin" | "end">;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : null;
type AnswerValue<Schema> = Schema extends z.ZodType ? z.input<Schema> : null;

/** A request that may be answered: who asks, about what, with everything parsed. */
export interface Asked<Name extends RouteName> {
  readonly visitor: Visitor;
  readonly thing: Thing;
  readonly params: Parsed<HttpApi[Name]["params"]>;
  readonly body: Parsed<HttpApi[Name]["body"]>;
  /** For a file that is the body itself. */
  readonly request: Request;
  /** For cookies, and for a file that is the answer itself. */
  readonly response: Response;
}

/** What a handler answers: the value of its route, or a refusal by name. */
export type Answered<Name extends RouteName> =
  | { readonly ok: true; readonly value: AnswerValue<HttpApi[Name]["answer"]> }
  | Refused;

/** One handler. Who may has been decided before it is called. */
export type Handler<Name extends RouteName> = (asked: Asked<Name>) => Promise<Answered<Name>>;

/** A handler for every route there is. */
export type Handlers = { readonly [Name in RouteName]: Handler<Name> };
