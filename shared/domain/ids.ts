import { z } from "zod";

/** Random UUIDs with a brand for each kind. Parsing is the only way to get one; an id is never a permission. */
export const organisationIdSchema = z.uuid().brand("OrganisationId");
export type OrganisationId = z.infer<typeof organisationIdSchema>;

/** A person who signs in: a guider, an organisation admin or a safeguarding lead. */
export const accountIdSchema = z.uuid().brand("AccountId");
export type AccountId = z.infer<typeof accountIdSchema>;

/** A set-up link for a colleague. */
export const accountInviteIdSchema = z.uuid().brand("AccountInviteId");
export type AccountInviteId = z.infer<typeof accountInviteIdSchema>;

/** All the work of one guider with one practitioner and one child. */
export const journeyIdSchema = z.uuid().brand("JourneyId");
export type JourneyId = z.infer<typeof journeyIdSchema>;

/** One film and one shared review within a journey. */
export const cycleIdSchema = z.uuid().brand("CycleId");
export type CycleId = z.infer<typeof cycleIdSchema>;

/** A goal of the practitioner, rated 0-10. */
export const goalIdSchema = z.uuid().brand("GoalId");
export type GoalId = z.infer<typeof goalIdSchema>;

/** Somebody whose permission a journey records: child, practitioner, parent or carer, others in shot. */
export const personIdSchema = z.uuid().brand("PersonId");
export type PersonId = z.infer<typeof personIdSchema>;

/** A short cut of a film. */
export const clipIdSchema = z.uuid().brand("ClipId");
export type ClipId = z.infer<typeof clipIdSchema>;

/** One shared review: the room, its playback timeline and its board go by this id. */
export const reviewIdSchema = z.uuid().brand("ReviewId");
export type ReviewId = z.infer<typeof reviewIdSchema>;

/** A time the child showed that filming should stop. */
export const dissentIdSchema = z.uuid().brand("DissentId");
export type DissentId = z.infer<typeof dissentIdSchema>;

/** A link for somebody of a journey to the page that says what is held of them. */
export const personLinkIdSchema = z.uuid().brand("PersonLinkId");
export type PersonLinkId = z.infer<typeof personLinkIdSchema>;

/** A link to a practitioner's strengths summary. */
export const summaryLinkIdSchema = z.uuid().brand("SummaryLinkId");
export type SummaryLinkId = z.infer<typeof summaryLinkIdSchema>;

/** An hour of supervision in a guider's training. */
export const supervisionIdSchema = z.uuid().brand("SupervisionId");
export type SupervisionId = z.infer<typeof supervisionIdSchema>;

/** A review link for one named person. */
export const inviteIdSchema = z.uuid().brand("InviteId");
export type InviteId = z.infer<typeof inviteIdSchema>;

/** Somebody in a review room: the guider's account id or the guest's invite id, so it outlives reloads. */
export const participantIdSchema = z.uuid().brand("ParticipantId");
export type ParticipantId = z.infer<typeof participantIdSchema>;

/** An observation on the board. */
export const observationIdSchema = z.uuid().brand("ObservationId");
export type ObservationId = z.infer<typeof observationIdSchema>;

/** One command of one browser, so that sending it twice does it once. */
export const commandIdSchema = z.uuid().brand("CommandId");
export type CommandId = z.infer<typeof commandIdSchema>;

/** Where one session fetches one clip: opaque, useless to anybody else. */
export const mediaIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{32}$/)
  .brand("MediaId");
export type MediaId = z.infer<typeof mediaIdSchema>;
