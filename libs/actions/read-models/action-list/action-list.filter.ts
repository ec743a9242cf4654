import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { addDays, MeetingId, PersonId, ServiceId, UnitId, type CalendarDate } from '#platform/kernel';
import { Paging } from '#platform/http';
import type { Scope } from '#platform/identity';
import { ActionCategory, ActionLevel } from '../../contract/index.js';
import { ActionRow, ENDED, OPEN } from './action-list.entity.js';

export const ActionListQuery = Paging.extend({
  owner: z.union([z.literal('me'), PersonId]).optional(),
  offeredTo: z.literal('me').optional().describe('Offered to you, and not answered.'),
  service: ServiceId.optional().describe('Answers for it, or contributes.'),
  ownerService: ServiceId.optional().describe('Answers for it.'),
  unit: UnitId.optional(),
  meeting: MeetingId.optional().describe('Agreed there.'),
  status: z.enum(['open', 'ended', ...OPEN, ...ENDED]).optional(),
  declined: z.stringbool().optional().describe('Open, and the responsible person has said no.'),
  overdue: z.stringbool().optional(),
  followUpMissed: z.stringbool().optional(),
  dueWithin: z.coerce
    .number()
    .int()
    .min(0)
    .max(365)
    .optional()
    .describe('Open and due within so many days from today.'),
  level: ActionLevel.optional(),
  category: ActionCategory.optional(),
  text: z.string().trim().min(1).max(100).optional().describe('How the text begins.'),
});
export type ActionListQuery = z.infer<typeof ActionListQuery>;
export type ActionFilter = Omit<ActionListQuery, 'page' | 'size'>;

type Asked = SelectQueryBuilder<ActionRow>;

export const ARE_OPEN = 'a.endedOn is null';
export const ARE_DECLINED = `${ARE_OPEN} and a.declinedOn is not null`;
export const ARE_OVERDUE = `${ARE_OPEN} and a.dueOn < :today`;
export const ARE_MISSED = `${ARE_OPEN} and a.followUpOn < :today and coalesce(a.followedUpOn, '-infinity') < a.followUpOn`;

/** Actions within the scope, earliest due date first. */
export const actionsWithin = (rows: EntityManager, scope: Scope): Asked => {
  const actions = rows.createQueryBuilder(ActionRow, 'a').orderBy('a.dueOn').addOrderBy('a.actionId');
  return scope.all ? actions : actions.andWhere(`(${reachedBy(scope).join(' or ') || 'false'})`, parametersOf(scope));
};

/** Includes actions offered to the asker, who could not answer otherwise. */
const reachedBy = (scope: Exclude<Scope, { all: true }>): string[] => [
  ...(scope.unitIds.length > 0 ? ['a.unitIds ?| :scopeUnits'] : []),
  ...(scope.serviceIds.length > 0
    ? ['a.ownerServiceId = any(:scopeServices::uuid[])', 'a.contributingServiceIds ?| :scopeServicesText']
    : []),
  ...(scope.participantIds !== undefined
    ? ['a.meetingId in (select m.meeting_id from actions_meeting m where m.participant_ids ?| :scopeParticipants)']
    : []),
  ...(scope.personIds !== undefined
    ? [
        'a.ownerId = any(:scopePeople::uuid[])',
        'a.contributorIds ?| :scopePeopleText',
        'a.offeredTo = any(:scopePeople::uuid[])',
      ]
    : []),
];
/**
 * A parameter has a single type, and jsonb is compared with text but a column with uuid: such a value is passed twice.
 */
const parametersOf = (scope: Exclude<Scope, { all: true }>) => ({
  scopeUnits: scope.unitIds,
  scopeServices: scope.serviceIds,
  scopeServicesText: scope.serviceIds,
  scopeParticipants: scope.participantIds,
  scopePeople: scope.personIds,
  scopePeopleText: scope.personIds,
});

/** Applies the requested filters to a list. */
export function narrow(actions: Asked, filter: ActionFilter, me: string, today: CalendarDate): Asked {
  const { owner, offeredTo, service, ownerService, unit, meeting, status, level, category, text, dueWithin } = filter;
  if (owner) actions.andWhere('a.ownerId = :owner', { owner: owner === 'me' ? me : owner });
  if (offeredTo) actions.andWhere(`a.offeredTo = :me and ${ARE_OPEN}`, { me });
  if (service)
    actions.andWhere('(a.ownerServiceId = :service or a.contributingServiceIds ? :serviceText)', {
      service,
      serviceText: service,
    });
  if (ownerService) actions.andWhere('a.ownerServiceId = :ownerService', { ownerService });
  if (unit) actions.andWhere('a.unitIds ? :unit', { unit });
  if (meeting) actions.andWhere('a.meetingId = :meeting', { meeting });
  if (status) ofStatus(actions, status);
  if (level) actions.andWhere('a.level = :level', { level });
  if (category) actions.andWhere('a.category = :category', { category });
  if (text) actions.andWhere('lower(a.text) like :text', { text: `${literally(text.toLowerCase())}%` });
  if (filter.declined !== undefined) actions.andWhere(is(filter.declined, ARE_DECLINED));
  if (filter.overdue !== undefined) actions.andWhere(is(filter.overdue, ARE_OVERDUE), { today });
  if (filter.followUpMissed !== undefined) actions.andWhere(is(filter.followUpMissed, ARE_MISSED), { today });
  if (dueWithin !== undefined)
    actions.andWhere(`${ARE_OPEN} and a.dueOn between :today and :until`, { today, until: addDays(today, dueWithin) });
  return actions;
}

/** Ended actions are sorted by their end, latest first. */
function ofStatus(actions: Asked, status: NonNullable<ActionFilter['status']>): void {
  if (status === 'open') return void actions.andWhere(ARE_OPEN);
  if (status === 'ended') actions.andWhere('a.endedOn is not null');
  else actions.andWhere('a.status = :status', { status });
  if (!OPEN.some((open) => open === status)) actions.orderBy('a.endedOn', 'DESC').addOrderBy('a.actionId');
}

const is = (wanted: boolean, condition: string): string => (wanted ? condition : `not (${condition})`);
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
