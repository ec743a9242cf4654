import type { RolePlace } from '../../contract/index.js';
import type { PersonLine } from './parse-people.js';

/** A line whose role has been matched to a place. */
export interface PlacedLine extends PersonLine {
  readonly place: RolePlace;
  /** The place's name; null for a role in the whole municipality. */
  readonly placeName: string | null;
}
