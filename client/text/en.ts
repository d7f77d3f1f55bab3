import { agenda } from "#client/text/en/agenda.ts";
import { board } from "#client/text/en/board.ts";
import { call } from "#client/text/en/call.ts";
import { captions } from "#client/text/en/captions.ts";
import { checkIn } from "#client/text/en/check-in.ts";
import { clips } from "#client/text/en/clips.ts";
import { common } from "#client/text/en/common.ts";
import { covers } from "#client/text/en/covers.ts";
import { cut } from "#client/text/en/cut.ts";
import { described } from "#client/text/en/described.ts";
import { drafts } from "#client/text/en/drafts.ts";
import { film } from "#client/text/en/film.ts";
import { first } from "#client/text/en/first.ts";
import { focus } from "#client/text/en/focus.ts";
import { framework } from "#client/text/en/framework.ts";
import { growth } from "#client/text/en/growth.ts";
import { held } from "#client/text/en/held.ts";
import { journey } from "#client/text/en/journey.ts";
import { journeyEnd } from "#client/text/en/journey-end.ts";
import { joining } from "#client/text/en/joining.ts";
import { modality } from "#client/text/en/modality.ts";
import { organisation } from "#client/text/en/organisation.ts";
import { ownDoors } from "#client/text/en/own-doors.ts";
import { ownPlace } from "#client/text/en/own-place.ts";
import { people } from "#client/text/en/people.ts";
import { playback } from "#client/text/en/playback.ts";
import { practice } from "#client/text/en/practice.ts";
import { presence } from "#client/text/en/presence.ts";
import { refusals } from "#client/text/en/refusals.ts";
import { rehearsal } from "#client/text/en/rehearsal.ts";
import { report } from "#client/text/en/report.ts";
import { room } from "#client/text/en/room.ts";
import { stills } from "#client/text/en/stills.ts";
import { shell } from "#client/text/en/shell.ts";
import { signing } from "#client/text/en/signing.ts";
import { studio } from "#client/text/en/studio.ts";
import { summary } from "#client/text/en/summary.ts";
import { supervision } from "#client/text/en/supervision.ts";
import { writing } from "#client/text/en/writing.ts";

/** The whole English catalogue: one file for each area of the screen under `en/`, merged here. */
export const en = {
  ...agenda,
  ...board,
  ...call,
  ...captions,
  ...checkIn,
  ...clips,
  ...common,
  ...covers,
  ...cut,
  ...described,
  ...drafts,
  ...film,
  ...first,
  ...focus,
  ...framework,
  ...growth,
  ...held,
  ...journey,
  ...journeyEnd,
  ...joining,
  ...modality,
  ...organisation,
  ...ownDoors,
  ...ownPlace,
  ...people,
  ...playback,
  ...practice,
  ...presence,
  ...refusals,
  ...rehearsal,
  ...report,
  ...room,
  ...stills,
  ...shell,
  ...signing,
  ...studio,
  ...summary,
  ...supervision,
  ...writing,
} as const;

export type TextId = keyof typeof en;
