import { createHash } from 'node:crypto';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ActionRecords, type ActionRecordDto } from '#actions/contract';
import { MeetingRecords, type MeetingRecordsDto } from '#meetings/contract';
import type { Asker } from '#platform/identity';
import { isRefused, type Refused } from '#platform/kernel';
import { Directory } from '#registry/contract';
import { INDICATORS, type Period } from '../../contract/index.js';
import { ReportFigures } from '../export-figures/export-figures.query.js';
import type { FiguresReport } from '../export-figures/figures-report.js';
import { reportCsv } from '../export-figures/report-csv.js';
import { zipFile } from './zip-file.js';

/** One archive that shows for a period that the system was followed (R15). */
export class PackForSupervision extends Query<Buffer | Refused> {
  constructor(
    readonly period: Period,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(PackForSupervision)
export class PackForSupervisionHandler implements IQueryHandler<PackForSupervision> {
  constructor(
    private readonly queries: QueryBus,
    private readonly meetings: MeetingRecords,
    private readonly actions: ActionRecords,
    private readonly directory: Directory,
  ) {}

  async execute({ period, asker }: PackForSupervision): Promise<Buffer | Refused> {
    const { tenant } = asker;
    const figures = await this.report(period, asker);
    if (isRefused(figures)) return figures;
    const byUnit = await this.report(period, asker, 'unit');
    if (isRefused(byUnit)) return byUnit;
    const [kept, actions] = await Promise.all([
      this.meetings.between(tenant, period.from, period.to),
      this.actions.agreedBetween(tenant, period.from, period.to),
    ]);
    const files = new Map([
      ['meetings.json', json(kept.meetings.map(({ participants: _, ...meeting }) => meeting))],
      ['attendance.json', json(attendanceIn(kept))],
      ['protocols.json', json(kept.protocols)],
      ['actions.json', json(actions)],
      ['exemptions.json', json(kept.exemptions)],
      ['names.json', json(await this.namesIn(tenant, kept, actions))],
      ['statistics.csv', reportCsv(figures)],
      ['statistics-by-unit.csv', reportCsv(byUnit)],
    ]);
    return zipFile(new Map([['manifest.json', json(manifestOf(files, figures, tenant))], ...files]));
  }

  /** Every figure that the asker may ask for. */
  private report({ key }: Period, asker: Asker, by?: 'unit'): Promise<FiguresReport | Refused> {
    const ids = INDICATORS.filter(
      (it) =>
        (by === undefined || it.by.includes(by)) &&
        (!it.roles || asker.roles.some(({ role }) => it.roles!.includes(role))),
    ).map(({ id }) => id);
    return this.queries.execute(new ReportFigures(ids, { period: key, ...(by && { by }) }, asker.language, asker));
  }

  /** What the ids in the files stand for. */
  private async namesIn(tenant: string, kept: MeetingRecordsDto, actions: readonly ActionRecordDto[]) {
    const ids = new Set([
      ...kept.meetings.flatMap(({ calledIds }) => calledIds),
      ...kept.protocols.flatMap(({ filedBy, protocol: { chairId, minuteTakerId, participants } }) => [
        filedBy,
        chairId,
        minuteTakerId,
        ...participants.flatMap(({ personId, deputyId }) => [personId, deputyId]),
      ]),
      ...actions.map(({ ownerId }) => ownerId),
    ]);
    const [units, services, people] = await Promise.all([
      this.directory.units(tenant),
      this.directory.services(tenant),
      this.directory.people(
        tenant,
        [...ids].filter((id) => id !== null),
      ),
    ]);
    return {
      units: units.map(({ unitId, name, kind }) => ({ unitId, name, kind })),
      services: services.map(({ serviceId, name }) => ({ serviceId, name })),
      people: people.map(({ personId, name }) => ({ personId, name })),
    };
  }
}

/** Who was there, meeting by meeting; those without a protocol are left out. */
const attendanceIn = ({ meetings }: MeetingRecordsDto) =>
  meetings
    .filter(({ participants }) => participants.length > 0)
    .map(({ meetingId, day, unitIds, participants }) => ({ meetingId, day, unitIds, participants }));

const json = (content: unknown): Buffer => Buffer.from(`${JSON.stringify(content, null, 1)}\n`);

/** What the archive holds and is made of; `sha256` of each file as it was packed. */
const manifestOf = (
  files: ReadonlyMap<string, Buffer>,
  { municipality, isDemo, period, known }: FiguresReport,
  tenant: string,
) => ({
  format: 'samspill-supervision-package/1',
  municipality: { id: tenant, name: municipality, isDemo },
  period: { key: period.key, from: period.from, to: period.to },
  asOf: { today: known.today, lastEvent: known.lastEvent },
  files: [...files].map(([name, content]) => ({
    name,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  })),
});
