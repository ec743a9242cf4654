import type { Readable } from 'node:stream';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ActionRecords, type ActionRecordDto } from '#actions/contract';
import { DigestRecords } from '#digests/contract';
import { MeetingRecords, type MeetingRecordsDto } from '#meetings/contract';
import type { Asker } from '#platform/identity';
import { isRefused, type Refused } from '#platform/kernel';
import { Directory } from '#registry/contract';
import { INDICATORS, partsOf, type Period } from '../../contract/index.js';
import { ReportFigures } from '../export-figures/export-figures.query.js';
import type { FiguresReport } from '../export-figures/figures-report.js';
import { reportCsv } from '../export-figures/report-csv.js';
import { packedArchive, type PackedAs, type PackedFile } from './packed-archive.js';
import { RecordedHistory } from './recorded-history.js';

/** One archive that shows for a period that the system was followed (R15), read while it is sent. */
export class PackForSupervision extends Query<Readable | Refused> {
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
    private readonly digests: DigestRecords,
    private readonly history: RecordedHistory,
    private readonly directory: Directory,
  ) {}

  async execute({ period, asker }: PackForSupervision): Promise<Readable | Refused> {
    const { tenant } = asker;
    const figures = await this.report(period, asker);
    if (isRefused(figures)) return figures;
    const byUnit = await this.report(period, asker, 'unit');
    if (isRefused(byUnit)) return byUnit;
    const people = new Set<string>();
    const kept = () => this.keptByMonth(tenant, period);
    const files: readonly PackedFile[] = [
      listFile('meetings.json', kept, ({ meetings }) => meetings.map(({ participants: _, ...meeting }) => meeting)),
      listFile('attendance.json', kept, attendanceIn),
      listFile('protocols.json', kept, (month) => noting(people, peopleIn(month), month.protocols)),
      listFile(
        'actions.json',
        () => this.actionsByMonth(tenant, period),
        (actions) =>
          noting(
            people,
            actions.map(({ ownerId }) => ownerId),
            actions,
          ),
      ),
      listFile('exemptions.json', kept, ({ exemptions }) => exemptions),
      listFile(
        'digests.json',
        () => this.digests.madeBetween(tenant, period.from, period.to),
        (digests) =>
          noting(
            people,
            digests.map(({ personId }) => personId),
            digests,
          ),
      ),
      { name: 'history.jsonl', content: () => this.history.lines(tenant, period) },
      // After the files whose people it names.
      { name: 'names.json', content: () => this.names(tenant, people) },
      textFile('statistics.csv', reportCsv(figures)),
      textFile('statistics-by-unit.csv', reportCsv(byUnit)),
    ];
    return packedArchive(files, { name: 'manifest.json', of: (packed) => json(manifestOf(packed, figures, tenant)) });
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

  private async *keptByMonth(tenant: string, period: Period): AsyncGenerator<MeetingRecordsDto> {
    for (const { from, to } of partsOf(period, 'month')) yield await this.meetings.between(tenant, from, to);
  }

  private async *actionsByMonth(tenant: string, period: Period): AsyncGenerator<readonly ActionRecordDto[]> {
    for (const { from, to } of partsOf(period, 'month')) yield await this.actions.agreedBetween(tenant, from, to);
  }

  /** The names that the ids in the files stand for. */
  private async *names(tenant: string, ids: ReadonlySet<string>): AsyncGenerator<string> {
    const [units, services, people] = await Promise.all([
      this.directory.units(tenant),
      this.directory.services(tenant),
      this.directory.people(tenant, [...ids]),
    ]);
    yield json({
      units: units.map(({ unitId, name, kind }) => ({ unitId, name, kind })),
      services: services.map(({ serviceId, name }) => ({ serviceId, name })),
      people: people.map(({ personId, name }) => ({ personId, name })),
    });
  }
}

/** The people who were there, meeting by meeting; meetings without a protocol are left out. */
const attendanceIn = ({ meetings }: MeetingRecordsDto) =>
  meetings
    .filter(({ participants }) => participants.length > 0)
    .map(({ meetingId, day, unitIds, participants }) => ({ meetingId, day, unitIds, participants }));

const peopleIn = ({ meetings, protocols }: MeetingRecordsDto): readonly (string | null)[] => [
  ...meetings.flatMap(({ calledIds }) => calledIds),
  ...protocols.flatMap(({ filedBy, protocol: { chairId, minuteTakerId, participants } }) => [
    filedBy,
    chairId,
    minuteTakerId,
    ...participants.flatMap(({ personId, deputyId }) => [personId, deputyId]),
  ]),
];

/** Remembers the people whose names the archive needs. */
function noting<Item>(people: Set<string>, ids: readonly (string | null)[], items: readonly Item[]): readonly Item[] {
  for (const id of ids) if (id !== null) people.add(id);
  return items;
}

/** A file with a list in JSON, written part by part. */
const listFile = <Part>(
  name: string,
  parts: () => AsyncIterable<Part>,
  itemsOf: (part: Part) => readonly object[],
): PackedFile => ({
  name,
  async *content() {
    let isFirst = true;
    for await (const part of parts()) {
      for (const item of itemsOf(part)) {
        yield `${isFirst ? '[\n' : ',\n'}${JSON.stringify(item, null, 1)}`;
        isFirst = false;
      }
    }
    yield isFirst ? '[]\n' : '\n]\n';
  },
});

const textFile = (name: string, text: Buffer): PackedFile => ({
  name,
  async *content() {
    yield await Promise.resolve(text.toString('utf8'));
  },
});

const json = (content: unknown): string => `${JSON.stringify(content, null, 1)}\n`;

/** The list of the archive's files and of the facts that they are made of. */
const manifestOf = (
  files: readonly PackedAs[],
  { municipality, isDemo, period, known }: FiguresReport,
  tenant: string,
) => ({
  format: 'samspill-supervision-package/3',
  municipality: { id: tenant, name: municipality, isDemo },
  period: { key: period.key, from: period.from, to: period.to },
  asOf: { today: known.today, lastEvent: known.lastEvent },
  files,
});
