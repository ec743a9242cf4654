import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Page } from '#platform/http';
import { scopeOf, type Asker } from '#platform/identity';
import { refuse } from '#platform/kernel';
import { OpenActions } from '#actions/contract';
import { Directory, nameForUnit } from '#registry/contract';
import { draftOf } from '../../domain/meeting/filed-protocol.js';
import { namedIn, servicesIn } from '../../facts/filing-facts.js';
import { NamedPeople } from '../../facts/named-people.js';
import { FilingDeadlines } from '../../facts/filing-deadlines.js';
import { MeetingLists } from '../meeting-register/meeting-lists.js';
import { MeetingStreams } from '../../streams/meeting.streams.js';
import { ProtocolVersionRow } from '../protocol-versions/protocol-versions.entity.js';
import type { ProtocolFilters } from './protocol.dto.js';
import { ProtocolLists } from './protocol-lists.js';

/** Filed protocols within reach, latest meeting first. */
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
    private readonly lists: ProtocolLists,
    private readonly meetings: MeetingLists,
    private readonly deadlines: FilingDeadlines,
  ) {}

  async execute({ filters: { page, size, filedLate, ...filters }, asker }: ListProtocols) {
    const { tenant } = asker;
    const reach = await this.meetings.reachOf(tenant, scopeOf(asker, 'protocol.read'));
    const deadlines = await this.deadlines.of(tenant);
    const late = filedLate === undefined ? undefined : { filedLate: filedLate === 'true', deadlines };
    const { rows, kinds, total } = await this.lists.page(tenant, reach, filters, late, { page, size });
    const items = rows.map(({ tenant: _, ...row }) => ({
      ...row,
      kind: kinds.get(row.meetingId) ?? null,
      filedLate: row.filedOn > deadlines.dueOn(row),
    }));
    return { items, total, page, size };
  }
}

/** A complete filed protocol in the requested version. */
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
  constructor(
    private readonly readSide: ReadSide,
    private readonly meetings: MeetingLists,
    private readonly named: NamedPeople,
    private readonly actions: OpenActions,
    private readonly streams: MeetingStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ meetingId, version, asker: { tenant } }: ReadProtocol) {
    const before = await this.streams.load(meetingId, tenant);
    const rows = await this.readSide.in(tenant, (manager) =>
      manager.find(ProtocolVersionRow, { where: { tenant, meetingId }, order: { version: 'asc' } }),
    );
    const row = version === undefined ? rows.at(-1) : rows.find((it) => it.version === version);
    if (!row) return refuse(rows.length === 0 ? 'PROTOCOL_NOT_FILED' : 'NOT_FOUND');
    const { protocol } = row;
    const correction = draftOf(protocol);
    const unitIds = (await this.meetings.one(tenant, meetingId))?.unitIds ?? [];
    const earlier = protocol.earlierActions.map(({ actionId }) => actionId);
    const earlierTexts = await this.actions.texts(tenant, earlier, protocol.heldOn);
    const ids = [
      ...namedIn(correction),
      ...rows.map(({ filedBy }) => filedBy),
      ...earlierTexts.map(({ ownerId }) => ownerId),
    ];
    const [people, own, units, services] = await Promise.all([
      this.named.of(tenant, ids, unitIds, protocol.heldOn),
      this.directory.municipality(tenant),
      this.named.units(tenant, unitIds),
      this.named.services(tenant, servicesIn(correction)),
    ]);
    // Read first, so that an answer overtaken by a correction has the earlier revision.
    const { state, revision } = before;
    const isLatest = state.status === 'filed' && state.version === row.version;
    return {
      meetingId,
      revision: String(isLatest ? revision : revision - 1n),
      ...headerOf(row),
      municipalityName: own ? nameForUnit(own, unitIds[0], protocol.heldOn) : '',
      protocol,
      versions: rows.map(headerOf),
      unitIds,
      units,
      services,
      people,
      earlierTexts,
      correction,
    };
  }
}

const headerOf = ({ version, reason, filedOn, filedBy }: ProtocolVersionRow) => ({ version, reason, filedOn, filedBy });
