import type { OrganisationId } from "#shared/domain/ids.ts";
import type { Colleague, Organisation } from "#shared/domain/organisation.ts";

/** The organisations' settings, and who signs in at each. */
export interface OrganisationStore {
  /** Our own settings until somebody changes them; null for an organisation that is not there. */
  read(organisationId: OrganisationId): Promise<Organisation | null>;
  /** These are the settings now. */
  set(organisationId: OrganisationId, settings: Organisation): Promise<void>;
  /** Whoever signs in there, in the order they came. */
  colleaguesOf(organisationId: OrganisationId): Promise<Colleague[]>;
}
