import { matchesEveryWord, type CalendarDate } from '#platform/kernel';
import { isClosedOn, isHeld } from '#registry/contract';
import { idOf, keyOf, type SearchKind, type SearchRow } from '../search-entry/search-entry.entity.js';
import type { SearchAnswer } from './search.dto.js';
import type { SearchIndex } from './search-index.js';

/** Results by kind, in order. */
export type Keys = Readonly<Record<SearchKind, readonly string[]>>;
type Entries = ReadonlyMap<string, SearchRow>;
type Of<Kind extends SearchKind> = SearchRow<Kind>;

const MOST_LINES = 2;

/** Turns keys into results for users: with names of units, roles and owners, and the matching lines. */
export class FoundEntries {
  constructor(
    private readonly index: SearchIndex,
    private readonly words: readonly string[],
    private readonly today: CalendarDate,
    private readonly limit: number,
  ) {}

  async answer(keys: Keys): Promise<SearchAnswer> {
    const found = await this.index.entries(Object.values(keys).flat());
    const named = await this.index.entries([...found.values()].flatMap((row) => this.namedBy(row)));
    const name = (kind: SearchKind, id: string | null) => (id === null ? undefined : named.get(keyOf(kind, id))?.title);
    const units = (ids: readonly string[]) => ids.flatMap((id) => name('unit', id) ?? []);
    return {
      units: this.group(keys.unit, found, (row: Of<'unit'>) => {
        const { unitKind, area, closures } = row.about;
        return { unitId: idOf(row), name: row.title, kind: unitKind, area, closed: isClosedOn(closures, this.today) };
      }),
      services: this.group(keys.service, found, (row: Of<'service'>) => ({
        serviceId: idOf(row),
        name: row.title,
        closed: isClosedOn(row.about.closures, this.today),
      })),
      people: this.group(keys.person, found, (row: Of<'person'>) => {
        const role = this.roleOf(row);
        const place = role && (name('unit', role.unitId) ?? name('service', role.serviceId));
        const { jobTitle: title } = row.about;
        return { personId: idOf(row), name: row.title, title, role: role?.role ?? null, place: place ?? null };
      }),
      meetings: this.group(keys.meeting, found, (row: Of<'meeting'>) => ({
        meetingId: idOf(row),
        units: units(row.about.unitIds),
        on: row.day!,
        state: row.about.state,
      })),
      protocols: this.group(keys.protocol, found, (row: Of<'protocol'>) => ({
        meetingId: idOf(row),
        units: units(row.about.unitIds),
        heldOn: row.day!,
        lines: this.linesOf(row),
      })),
      actions: this.group(keys.action, found, (row: Of<'action'>) => ({
        actionId: idOf(row),
        text: row.title,
        units: units(row.about.unitIds),
        owner: name('person', row.about.ownerId) ?? '',
        dueOn: row.day!,
        status: row.about.status,
      })),
    };
  }

  private group<Kind extends SearchKind, Item>(
    keys: readonly string[],
    found: Entries,
    item: (row: Of<Kind>) => Item,
  ): { items: Item[]; more: boolean } {
    const rows = keys.slice(0, this.limit).flatMap((key) => found.get(key) ?? []);
    return { items: rows.map((row) => item(row as Of<Kind>)), more: keys.length > this.limit };
  }

  /** Keys of the entries that name this one. */
  private namedBy(row: SearchRow): readonly string[] {
    if (row.kind === 'person') {
      const { unitId = null, serviceId = null } = this.roleOf(row as Of<'person'>) ?? {};
      return [...(unitId ? [keyOf('unit', unitId)] : []), ...(serviceId ? [keyOf('service', serviceId)] : [])];
    }
    const { unitIds = [], ownerId } = row.about as Partial<Of<'action'>['about']>;
    return [...unitIds.map((id) => keyOf('unit', id)), ...(ownerId ? [keyOf('person', ownerId)] : [])];
  }

  private roleOf({ about: { roles } }: Of<'person'>) {
    return roles.find((role) => isHeld(role, this.today));
  }

  /** Lines with a word that begins with a search word, otherwise the first line. */
  private linesOf({ about: { lines } }: Of<'protocol'>): string[] {
    const met = lines.filter((line) => this.words.some((sought) => matchesEveryWord([sought], line)));
    return (met.length > 0 ? met : lines).slice(0, MOST_LINES);
  }
}
