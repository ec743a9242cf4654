import type { ActiveRole, Asker } from './asker.js';
import { reachOf, RIGHTS, type Right } from './rights.js';

/** The subject of a query or command, as far as rights are concerned. A subject of several units belongs to each. */
export interface Subject {
  readonly unitIds?: readonly string[];
  readonly serviceIds?: readonly string[];
  /** Members and participants of the meeting it comes from. */
  readonly participantIds?: readonly string[];
  /** Owner and contributors. */
  readonly personIds?: readonly string[];
  /** The accountable person. */
  readonly ownerId?: string;
}

/** Extent of a list for an asker: everything, or items that match any of these. */
export type Scope =
  | { readonly all: true }
  | {
      readonly all: false;
      readonly unitIds: readonly string[];
      readonly serviceIds: readonly string[];
      /** The person, and those whom they stand in for, when meetings in which they take part are in reach. */
      readonly participantIds?: readonly string[];
      /** The same when items that they own or contribute to are in reach. */
      readonly personIds?: readonly string[];
      /** The same when items that they own are in reach. */
      readonly ownerIds?: readonly string[];
    };

/** True if one of the asker's roles reaches the subject with this right. */
export function may(asker: Asker, right: Right, subject: Subject = {}): boolean {
  return isWithin(scopeOf(asker, right), subject);
}

/** The same for a scope that was computed once, for many subjects. */
export function isWithin(scope: Scope, subject: Subject): boolean {
  if (scope.all) return true;
  const intersects = (mine: readonly string[], theirs: readonly string[] | undefined) =>
    theirs?.some((id) => mine.includes(id)) ?? false;
  return (
    intersects(scope.unitIds, subject.unitIds) ||
    intersects(scope.serviceIds, subject.serviceIds) ||
    intersects(scope.participantIds ?? [], subject.participantIds) ||
    intersects(scope.personIds ?? [], subject.personIds) ||
    (subject.ownerId !== undefined && (scope.ownerIds?.includes(subject.ownerId) ?? false))
  );
}

/** The extent of a list for this asker. An empty scope means forbidden. */
export function scopeOf(asker: Pick<Asker, 'personId' | 'roles'>, right: Right): Scope {
  const reaches = asker.roles.flatMap((role) => reachOf(right, role.role).map((reach) => ({ reach, role })));
  if (reaches.some(({ reach }) => reach === 'all')) return { all: true };
  const held = (wanted: string) => reaches.filter(({ reach }) => reach === wanted).map(({ role }) => role);
  return {
    all: false,
    unitIds: held('unit').flatMap(({ unitId }) => unitId ?? []),
    serviceIds: held('service').flatMap(({ serviceIds }) => serviceIds ?? []),
    ...(held('meeting').length > 0 && { participantIds: selfAndAbsent(asker, held('meeting')) }),
    ...(held('own').length > 0 && { personIds: selfAndAbsent(asker, held('own')) }),
    ...(held('owner').length > 0 && { ownerIds: selfAndAbsent(asker, held('owner')) }),
  };
}

/** The asker, then those in whose place the roles are held. */
const selfAndAbsent = ({ personId }: Pick<Asker, 'personId'>, roles: readonly ActiveRole[]): readonly string[] => [
  ...new Set([personId, ...roles.flatMap(({ standsInFor }) => standsInFor ?? [])]),
];

/** True if a scope contains anything. */
export const reaches = (scope: Scope): boolean =>
  scope.all ||
  scope.unitIds.length > 0 ||
  scope.serviceIds.length > 0 ||
  scope.participantIds !== undefined ||
  scope.personIds !== undefined ||
  scope.ownerIds !== undefined;

/** A right that an asker holds, and where: for pages, which offer only what would not be refused. */
export interface HeldRight {
  readonly right: Right;
  /** In the whole municipality. */
  readonly everywhere: boolean;
  /** At all items of these units. */
  readonly unitIds: readonly string[];
  /** At all items of these services. */
  readonly serviceIds: readonly string[];
  /** At items outside `unitIds`: of these services, of a meeting one takes part in, or one's own. */
  readonly elsewhere: boolean;
}

/** Every right that the asker holds somewhere. */
export const rightsOf = (asker: Pick<Asker, 'personId' | 'roles'>): HeldRight[] =>
  (Object.keys(RIGHTS) as Right[]).flatMap((right) => {
    const scope = scopeOf(asker, right);
    if (!reaches(scope)) return [];
    if (scope.all) return { right, everywhere: true, unitIds: [], serviceIds: [], elsewhere: false };
    const { unitIds, serviceIds } = scope;
    return { right, everywhere: false, unitIds, serviceIds, elsewhere: reaches({ ...scope, unitIds: [] }) };
  });
