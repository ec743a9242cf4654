import { reaches, scopeOf, type Asker, type Right, type Scope } from '#platform/identity';
import type { Directory } from '#registry/contract';
import { filterTerm } from '../../domain/filter-terms.js';
import { oneOf, type Alternative } from '../../domain/index-query.js';
import { idOf, type SearchKind } from '../search-entry/search-entry.entity.js';
import type { SearchIndex } from './search-index.js';

/** More meetings than anybody attends in a working life. */
const ALL_OF_MINE = 5_000;

/** Visible entries of a kind: all, none, or those with one of these marks. */
export type VisibleEntries = 'all' | readonly Alternative[];
export type VisibleByKind = Readonly<Record<SearchKind, VisibleEntries>>;

/** Visible entries of each kind for the asker, by the same rights as its lists. */
export async function visibleTo(asker: Asker, directory: Directory, index: SearchIndex): Promise<VisibleByKind> {
  const registry = reachOf(asker, 'registry.read', () => []);
  const scopes = {
    meeting: scopeOf(asker, 'meeting.read'),
    protocol: scopeOf(asker, 'protocol.read'),
    action: scopeOf(asker, 'action.read'),
  };
  // The asker's own meetings, and those of people whom they stand in for, if visible: as a person called, for protocols,
  // and as a participant, for actions.
  const own = (scope: Scope, as: (personId: string) => string) => ({
    kind: 'meeting' as const,
    sought: [scope.all ? [] : oneOf((scope.participantIds ?? []).map(as))],
    most: ALL_OF_MINE,
  });
  const found = await index.keys([own(scopes.protocol, filterTerm.called), own(scopes.action, filterTerm.tookPart)]);
  const [called = [], tookPart = []] = found.map((keys) => keys.map((key) => filterTerm.meeting(idOf({ key }))));
  const tables = await tablesOf(asker, [scopes.meeting, scopes.protocol], directory);
  return {
    unit: registry,
    service: registry,
    person: registry,
    meeting: reachOf(asker, 'meeting.read', (scope) => [
      ...scope.unitIds.map(filterTerm.unit),
      ...(scope.participantIds ? [...tables, ...scope.participantIds.map(filterTerm.called)] : []),
    ]),
    protocol: reachOf(asker, 'protocol.read', (scope) => [
      ...scope.unitIds.map(filterTerm.unit),
      ...(scope.participantIds ? [...tables, ...called] : []),
    ]),
    action: reachOf(asker, 'action.read', (scope) => [
      ...scope.unitIds.map(filterTerm.unit),
      ...scope.serviceIds.map(filterTerm.service),
      ...tookPart,
      ...(scope.personIds ?? []).map(filterTerm.works),
    ]),
  };
}

function reachOf(
  asker: Asker,
  right: Right,
  marks: (scope: Exclude<Scope, { all: true }>) => readonly string[],
): VisibleEntries {
  const scope = scopeOf(asker, right);
  if (scope.all) return 'all';
  return reaches(scope) ? oneOf(marks(scope)) : [];
}

/** Units of which one, or somebody whom one stands in for, is a standing participant or a deputy of one. */
async function tablesOf({ tenant }: Asker, scopes: readonly Scope[], directory: Directory) {
  const ids = new Set(scopes.flatMap((scope) => (scope.all ? [] : (scope.participantIds ?? []))));
  if (ids.size === 0) return [];
  const units = await directory.units(tenant);
  return units
    .filter(({ standing }) =>
      standing.some(({ personId, deputyId }) => ids.has(personId) || (deputyId !== null && ids.has(deputyId))),
    )
    .map(({ unitId }) => filterTerm.unit(unitId));
}
