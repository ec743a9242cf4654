import type { Asker } from './asker.js';
import { reachOf, type Right } from './rights.js';

/** What a question or command is about, as far as rights care. A subject that touches several units belongs to each. */
export interface Subject {
  readonly unitIds?: readonly string[];
  readonly serviceIds?: readonly string[];
  /** Members and participants of the meeting it comes from. */
  readonly participantIds?: readonly string[];
  /** Owner and contributors. */
  readonly personIds?: readonly string[];
  /** The one who answers for it. */
  readonly ownerId?: string;
}

/** What a list may show one who asks: everything, or what any of these says. */
export type Scope =
  | { readonly all: true }
  | {
      readonly all: false;
      readonly unitIds: readonly string[];
      readonly serviceIds: readonly string[];
      /** Set where meetings the person takes part in are within reach. */
      readonly participantId?: string;
      /** Set where what the person answers for or contributes to is within reach. */
      readonly personId?: string;
      /** Set where what the person answers for is within reach. */
      readonly ownerId?: string;
    };

/** True when one of the asker's roles reaches the subject with this right. */
export function may(asker: Asker, right: Right, subject: Subject = {}): boolean {
  const scope = scopeOf(asker, right);
  if (scope.all) return true;
  const meets = (mine: readonly string[], theirs: readonly string[] | undefined) =>
    theirs?.some((id) => mine.includes(id)) ?? false;
  return (
    meets(scope.unitIds, subject.unitIds) ||
    meets(scope.serviceIds, subject.serviceIds) ||
    (scope.participantId !== undefined && meets([scope.participantId], subject.participantIds)) ||
    (scope.personId !== undefined && meets([scope.personId], subject.personIds)) ||
    (scope.ownerId !== undefined && scope.ownerId === subject.ownerId)
  );
}

/** How far a list may go for this asker. A scope of nothing at all means: forbidden. */
export function scopeOf(asker: Asker, right: Right): Scope {
  const reaches = asker.roles.flatMap((role) => reachOf(right, role.role).map((reach) => ({ reach, role })));
  if (reaches.some(({ reach }) => reach === 'all')) return { all: true };
  const held = (wanted: string) => reaches.filter(({ reach }) => reach === wanted).map(({ role }) => role);
  return {
    all: false,
    unitIds: held('unit').flatMap(({ unitId }) => unitId ?? []),
    serviceIds: held('service').flatMap(({ serviceIds }) => serviceIds ?? []),
    ...(held('meeting').length > 0 && { participantId: asker.personId }),
    ...(held('own').length > 0 && { personId: asker.personId }),
    ...(held('owner').length > 0 && { ownerId: asker.personId }),
  };
}

/** True when a scope can show anything at all. */
export const reaches = (scope: Scope): boolean =>
  scope.all ||
  scope.unitIds.length > 0 ||
  scope.serviceIds.length > 0 ||
  scope.participantId !== undefined ||
  scope.personId !== undefined ||
  scope.ownerId !== undefined;
