import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { Closures, HeldRole, UnitKind } from '#registry/contract';

/** Facts about each kind of entry besides its title and day: for rights, and to distinguish it from others. */
export interface AboutKind {
  readonly unit: { readonly unitKind: UnitKind; readonly area: string | null; readonly closures: Closures };
  readonly service: { readonly closures: Closures };
  readonly person: { readonly jobTitle: string | null; readonly roles: readonly HeldRole[] };
  readonly meeting: {
    readonly unitIds: readonly string[];
    readonly state: 'planned' | 'cancelled' | 'held' | 'filed';
    readonly calledIds: readonly string[];
    readonly participantIds: readonly string[];
  };
  readonly protocol: {
    readonly unitIds: readonly string[];
    /** Headings of matters and texts of actions. */
    readonly lines: readonly string[];
  };
  readonly action: {
    readonly unitIds: readonly string[];
    readonly meetingId: string;
    readonly ownerId: string;
    readonly ownerServiceId: string | null;
    readonly helperIds: readonly string[];
    readonly helpingServiceIds: readonly string[];
    readonly offeredTo: string | null;
    readonly status: 'open' | 'completed' | 'abandoned';
  };
}
export type SearchKind = keyof AboutKind;

/** One searchable item. */
@Entity('search_entry')
export class SearchRow<Kind extends SearchKind = SearchKind> {
  /** `<kind>/<id>`. */
  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  kind!: Kind;

  /** Name or text; empty for a meeting and a protocol, which are identified by unit and day. */
  @Column('text')
  title!: string;

  /** Day for sorting, latest first: of the event, or the due date. */
  @Column('date', { nullable: true })
  day!: CalendarDate | null;

  @Column('jsonb')
  about!: AboutKind[Kind];

  /** Search terms: words (`indexedWords`) and marks. */
  @Column('text', { array: true })
  words!: readonly string[];
}

export const keyOf = (kind: SearchKind, id: string): string => `${kind}/${id}`;
export const idOf = ({ key }: Pick<SearchRow, 'key'>): string => key.slice(key.indexOf('/') + 1);
