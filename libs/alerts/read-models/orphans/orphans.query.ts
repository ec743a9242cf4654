import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Page, Paging } from '#platform/http';
import { may, type Asker } from '#platform/identity';
import { isOverdue, orphanedOn } from '#actions/contract';
import { Directory, placeClosures } from '#registry/contract';
import { watchedFrom, WatchedActionRow } from '../watched-action/watched-action.entity.js';
import type { OrphanDto } from './orphans.dto.js';

/** Open actions without a responsible person today (`orphanedOn`); each stays listed until somebody has accepted it. */
export class ListOrphans extends Query<Page<OrphanDto>> {
  constructor(
    readonly paging: Paging,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListOrphans)
export class ListOrphansHandler implements IQueryHandler<ListOrphans> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
  ) {}

  async execute({ paging: { page, size }, asker }: ListOrphans): Promise<Page<OrphanDto>> {
    const { tenant, today } = asker;
    const open = await this.readSide.in(tenant, (tables) =>
      tables.find(WatchedActionRow, { where: { tenant }, order: { dueOn: 'asc', actionId: 'asc' } }),
    );
    const people = new Map((await this.directory.people(tenant)).map((person) => [person.personId, person]));
    const [registered, services, serviceUnits] = await Promise.all([
      this.directory.units(tenant),
      this.directory.services(tenant),
      this.directory.serviceUnits(tenant),
    ]);
    const closures = placeClosures({ units: registered, services, serviceUnits });
    const orphans = open.flatMap((row) => {
      const action = watchedFrom(row);
      const orphaned = orphanedOn(action, today, people.get(row.ownerId), closures);
      return orphaned && may(asker, 'action.hand-over', action) ? [{ row, orphaned }] : [];
    });
    const units = new Map(registered.map(({ unitId, name }) => [unitId, name]));
    const named = (personId: string) => ({ personId, name: people.get(personId)?.name ?? null });
    const items = orphans.slice((page - 1) * size, page * size).map(({ row, orphaned }): OrphanDto => ({
      actionId: row.actionId,
      text: row.text,
      units: row.unitIds.map((unitId) => ({ unitId, name: units.get(unitId) ?? null })),
      owner: named(row.ownerId),
      why: orphaned.reason,
      lastDay: orphaned.lastDay,
      dueOn: row.dueOn,
      followUpOn: row.followUpOn,
      overdue: isOverdue({ ...row, isOpen: true }, today),
      offer: row.offeredTo && row.offeredOn ? { to: named(row.offeredTo), on: row.offeredOn } : null,
    }));
    return { items, total: orphans.length, page, size };
  }
}
