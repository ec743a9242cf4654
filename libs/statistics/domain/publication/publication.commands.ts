import type { CalendarDate, PersonId } from '#platform/kernel';
import type { Publication } from '../../contract/publication.events.js';

/** Publishes the figures that the person has seen in the preview. */
export interface PublishFigures {
  readonly type: 'PublishFigures';
  readonly publication: Publication;
  /** Checksum of `publication`. */
  readonly sha256: string;
  /** Checksum of the preview that the person has seen. */
  readonly seen: string;
  readonly reason: string | null;
  readonly today: CalendarDate;
  readonly by: PersonId;
  readonly facts: {
    /** Whether the last day of the period has passed. */
    readonly isOver: boolean;
    /** Whether at least one figure is not hidden. */
    readonly showsAnything: boolean;
  };
}
export type PublicationCommand = PublishFigures;
