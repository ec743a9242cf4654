import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Page, Paging } from '#platform/http';
import { may, type Asker } from '#platform/identity';
import { isOverdue } from '#actions/contract';
import { Directory, isActive } from '#registry/contract';
import { lastRoleDayOf } from '../../domain/escalation.js';
import { watchedFrom, WatchedActionRow } from '../watched-action/watched-action.entity.js';
import type { OrphanDto } from './orphans.dto.js';

/** Open actions whose owner holds no role today; each stays here until somebody has accepted it. */
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
    const { municipality, today } = asker;
    const open = await this.readSide.in(municipality, (tables) =>
      tables.find(WatchedActionRow, { where: { municipality }, order: { dueOn: 'asc', actionId: 'asc' } }),
    );
    const people = new Map((await this.directory.people(municipality)).map((person) => [person.personId, person]));
    const orphans = open.filter((row) => {
      const owner = people.get(row.ownerId);
      return !(owner && isActive(owner, today)) && may(asker, 'action.hand-over', watchedFrom(row));
    });
    const units = new Map((await this.directory.units(municipality)).map(({ unitId, name }) => [unitId, name]));
    const named = (personId: string) => ({ personId, name: people.get(personId)?.name ?? null });
    const items = orphans.slice((page - 1) * size, page * size).map((row): OrphanDto => ({
      actionId: row.actionId,
      text: row.text,
      units: row.unitIds.map((unitId) => ({ unitId, name: units.get(unitId) ?? null })),
      owner: named(row.ownerId),
      lastDay: lastRoleDayOf(people.get(row.ownerId)),
      dueOn: row.dueOn,
      followUpOn: row.followUpOn,
      overdue: isOverdue({ ...row, isOpen: true }, today),
      offer: row.offeredTo && row.offeredOn ? { to: named(row.offeredTo), on: row.offeredOn } : null,
    }));
    return { items, total: orphans.length, page, size };
  }
}
