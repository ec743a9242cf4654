import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ReadSide } from '#platform/database';
import { addDays, type CalendarDate } from '#platform/kernel';
import { closedAfter, Directory, isHeld, placeClosures, placeOf } from '#registry/contract';
import {
  OpenActions,
  orphanedOn,
  type ActionOnDayDto,
  type ActionState,
  type ActionTextDto,
  type OpenActionDto,
  type OwnedAction,
} from '../../contract/index.js';
import { ActionStreams } from '../../streams/action.streams.js';
import { ActionRow } from '../action-list/action-list.entity.js';
import { ARE_OPEN } from '../action-list/action-list.filter.js';
import { decidedLastOn, stateOn, type StateHistory } from '../action-list/state-history.js';

/** Answers the meetings context from the action list. */
@Injectable()
export class ListedOpenActions extends OpenActions {
  constructor(
    private readonly readSide: ReadSide,
    private readonly actions: ActionStreams,
    private readonly directory: Directory,
  ) {
    super();
  }

  async used(tenant: string, actionIds: readonly string[]): Promise<readonly string[]> {
    const found = await Promise.all(
      [...new Set(actionIds)].map(async (id) => {
        const { revision } = await this.actions.load(id, tenant);
        return revision >= 0n ? [id] : [];
      }),
    );
    return found.flat();
  }

  async ofUnits(tenant: string, unitIds: readonly string[]): Promise<readonly OpenActionDto[]> {
    if (unitIds.length === 0) return [];
    const rows = await this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(ActionRow, 'a')
        .where(`a.unitIds ?| :unitIds and ${ARE_OPEN}`, { unitIds })
        .orderBy('a.dueOn')
        .addOrderBy('a.actionId')
        .getMany(),
    );
    return rows.map((row) => ({
      actionId: row.actionId,
      unitIds: row.unitIds,
      text: row.text,
      ownerId: row.ownerId,
      dueOn: row.dueOn,
      followUpOn: row.followUpOn,
    }));
  }

  async leftBehindBy(tenant: string, placeId: string, lastDay: CalendarDate, today: CalendarDate) {
    const [people, units, services, serviceUnits, open] = await Promise.all([
      this.directory.people(tenant),
      this.directory.units(tenant),
      this.directory.services(tenant),
      this.directory.serviceUnits(tenant),
      this.open(tenant),
    ]);
    const closures = placeClosures({ units, services, serviceUnits });
    const closed = new Map([...closures, [placeId, closedAfter(closures.get(placeId) ?? [], lastDay, null)]]);
    const after = addDays(lastDay, 1);
    const day = after > today ? after : today;
    const owners = new Map(people.map((person) => [person.personId, person]));
    const isOfPlace = ({ unitIds, ownerServiceId, ownerId }: ActionRow) =>
      unitIds.some((unitId) => unitId === placeId) ||
      ownerServiceId === placeId ||
      (owners.get(ownerId)?.roles ?? []).some((role) => placeOf(role) === placeId && isHeld(role, day));
    return open
      .filter((row) => isOfPlace(row) && orphanedOn(owned(row), day, owners.get(row.ownerId), closed) !== null)
      .map(({ actionId, text, ownerId, dueOn }) => ({
        actionId,
        text,
        owner: owners.get(ownerId)?.name ?? null,
        dueOn,
      }));
  }

  private open(tenant: string): Promise<ActionRow[]> {
    return this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(ActionRow, 'a')
        .where(`a.tenant = :tenant and ${ARE_OPEN}`, { tenant })
        .orderBy('a.dueOn')
        .addOrderBy('a.actionId')
        .getMany(),
    );
  }

  async states(tenant: string, actionIds: readonly string[]): Promise<readonly ActionState[]> {
    const ids = [...new Set(actionIds)];
    const loaded = await Promise.all(ids.map((id) => this.actions.load(id, tenant)));
    return loaded.flatMap(({ state }, i) =>
      state.status === 'not-agreed'
        ? []
        : {
            actionId: ids[i]!,
            isOpen: state.status === 'open',
            isAbandoned: state.status === 'abandoned',
            agreedOn: state.agreedOn,
            decidedOn: state.decidedOn,
            completedOn: 'completedOn' in state ? state.completedOn : null,
            dueOn: state.content.dueOn,
            followUpOn: state.content.followUpOn,
          },
    );
  }

  async openOn(tenant: string, unitIds: readonly string[], day: CalendarDate): Promise<readonly ActionOnDayDto[]> {
    if (unitIds.length === 0) return [];
    const rows = await this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(ActionRow, 'a')
        .where('a.tenant = :tenant and a.unitIds ?| :unitIds', { tenant, unitIds })
        .andWhere('a.agreedOn <= :day and (a.endedOn is null or a.endedOn >= :day)', { day })
        .getMany(),
    );
    return rows.map((row) => onDay(row, day)).sort(byDueDate);
  }

  async texts(tenant: string, actionIds: readonly string[], day: CalendarDate): Promise<readonly ActionTextDto[]> {
    if (actionIds.length === 0) return [];
    const rows = await this.readSide.in(tenant, (tables) =>
      tables.findBy(ActionRow, { tenant, actionId: In([...actionIds]) }),
    );
    return rows.map((row) => {
      const { text, ownerId } = stateOn(stoodAsOf(row), day);
      return { actionId: row.actionId, text, ownerId };
    });
  }
}

function onDay(row: ActionRow, day: CalendarDate): ActionOnDayDto {
  const { text, ownerId, dueOn, followUpOn } = stateOn(stoodAsOf(row), day);
  return {
    actionId: row.actionId,
    unitIds: row.unitIds,
    text,
    ownerId,
    dueOn,
    followUpOn,
    ownerNowId: row.ownerId,
    isDecidedSince: row.endedOn !== null || decidedLastOn(stoodAsOf(row)) > day,
    completedOn: row.status === 'abandoned' ? null : row.endedOn,
  };
}

const owned = ({ unitIds, ownerId, ownerServiceId, stoodAs }: ActionRow): OwnedAction => ({
  unitIds,
  ownerId,
  ownerServiceId,
  wasHandedOver: stoodAs.some((stood) => stood.by === 'handover' && stood.ownerId === ownerId),
});

/** Rows of the previous version have no history: until the new version is filled, they have their current state. */
const stoodAsOf = ({ stoodAs, agreedOn, text, ownerId, dueOn, followUpOn }: ActionRow): StateHistory =>
  stoodAs.length > 0 ? stoodAs : [{ from: agreedOn, by: 'decision', text, ownerId, dueOn, followUpOn }];

const byDueDate = (a: ActionOnDayDto, b: ActionOnDayDto) =>
  a.dueOn === b.dueOn ? (a.actionId < b.actionId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1;
