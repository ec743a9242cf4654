import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Page } from '#platform/http';
import { scopeOf, type Asker } from '#platform/identity';
import { refuse, type CalendarDate } from '#platform/kernel';
import { DEFAULT_SETTINGS, Directory } from '#registry/contract';
import { filingDueOn } from '../../domain/board/month-state.js';
import { draftOf } from '../../domain/meeting/filed-protocol.js';
import { UnitCalendars } from '../../facts/unit-calendars.js';
import { MeetingLists } from '../meeting-register/meeting-lists.js';
import { MeetingRow } from '../meeting-register/meeting-register.entity.js';
import { ProtocolVersionRow } from '../protocol-versions/protocol-versions.entity.js';
import type { ProtocolFilters } from './protocol.dto.js';
import { ProtocolRow } from './protocol-register.entity.js';

/** Filed protocols within reach, the latest meeting first. */
export class ListProtocols extends Query<Page<object>> {
  constructor(
    readonly filters: ProtocolFilters,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListProtocols)
export class ListProtocolsHandler implements IQueryHandler<ListProtocols> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly meetings: MeetingLists,
    private readonly directory: Directory,
    private readonly calendars: UnitCalendars,
  ) {}

  async execute({ filters, asker }: ListProtocols) {
    const { page, size, filedLate } = filters;
    const rows = await this.rowsOf(filters, asker);
    const dueOn = await this.deadlines(asker.municipality);
    const items = rows
      .map(({ row: { municipality: _, ...shown }, kind }) => ({
        ...shown,
        kind,
        filedLate: shown.filedOn > dueOn(shown),
      }))
      .filter((it) => filedLate === undefined || it.filedLate === (filedLate === 'true'));
    return { items: items.slice((page - 1) * size, page * size), total: items.length, page, size };
  }

  /**
   * All that match: whether one was late depends on the calendar of its unit, which the database does not know. A row is
   * a heading list and a few counts, so that a municipality's years are some thousand small rows.
   */
  private async rowsOf({ unitId, schoolYear, from, to, kind }: ProtocolFilters, asker: Asker) {
    const { municipality } = asker;
    const reach = await this.meetings.reachOf(municipality, scopeOf(asker, 'protocol.read'));
    return this.readSide.in(municipality, async (manager) => {
      const query = manager
        .createQueryBuilder(ProtocolRow, 'p')
        .leftJoinAndMapOne('p.meeting', MeetingRow, 'm', 'm.meeting_id = p.meeting_id')
        .where('p.municipality = :municipality', { municipality });
      if (!reach.all) {
        const within = ['jsonb_exists_any(p.unit_ids, :unitIds)', 'jsonb_exists(m.participant_ids, :me)'];
        query.andWhere(reach.participantId === null ? within[0]! : `(${within.join(' or ')})`, {
          unitIds: reach.unitIds,
          me: reach.participantId,
        });
      }
      if (unitId) query.andWhere('jsonb_exists(p.unit_ids, :unitId)', { unitId });
      if (schoolYear) query.andWhere('m.school_year = :schoolYear', { schoolYear });
      if (from) query.andWhere('p.held_on >= :from', { from });
      if (to) query.andWhere('p.held_on <= :to', { to });
      if (kind) query.andWhere('m.kind = :kind', { kind });
      const rows = (await query.orderBy({ 'p.held_on': 'DESC', 'p.meeting_id': 'ASC' }).getMany()) as (ProtocolRow & {
        meeting?: MeetingRow;
      })[];
      return rows.map(({ meeting, ...row }) => ({ row, kind: meeting?.kind ?? null }));
    });
  }

  /** The day by which a protocol was to be filed, by the calendar of the unit that hosted. */
  private async deadlines(municipality: string) {
    const [about, units, isFreeFor] = await Promise.all([
      this.directory.municipality(municipality),
      this.directory.units(municipality),
      this.calendars.of(municipality),
    ]);
    const { filingWorkingDays } = about?.settings ?? DEFAULT_SETTINGS;
    const kindOf = new Map(units.map(({ unitId, kind }) => [unitId, kind]));
    const known = new Map<string, CalendarDate>();
    return ({ unitIds, heldOn }: Pick<ProtocolRow, 'unitIds' | 'heldOn'>): CalendarDate => {
      const kind = kindOf.get(unitIds[0]!) ?? 'school';
      const key = `${kind}/${heldOn}`;
      const dueOn = known.get(key) ?? filingDueOn(heldOn, { filingWorkingDays, isFree: isFreeFor(kind) });
      known.set(key, dueOn);
      return dueOn;
    };
  }
}

/** A filed protocol whole, in the version asked for. */
export class ReadProtocol extends Query<object> {
  constructor(
    readonly meetingId: string,
    readonly version: number | undefined,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadProtocol)
export class ReadProtocolHandler implements IQueryHandler<ReadProtocol> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ meetingId, version, asker: { municipality } }: ReadProtocol) {
    const rows = await this.readSide.in(municipality, (manager) =>
      manager.find(ProtocolVersionRow, { where: { municipality, meetingId }, order: { version: 'asc' } }),
    );
    const row = version === undefined ? rows.at(-1) : rows.find((it) => it.version === version);
    if (!row) return refuse(rows.length === 0 ? 'PROTOCOL_NOT_FILED' : 'NOT_FOUND');
    const { protocol } = row;
    return {
      meetingId,
      ...headerOf(row),
      protocol,
      versions: rows.map(headerOf),
      correction: draftOf(protocol),
    };
  }
}

const headerOf = ({ version, reason, filedOn, filedBy }: ProtocolVersionRow) => ({ version, reason, filedOn, filedBy });
