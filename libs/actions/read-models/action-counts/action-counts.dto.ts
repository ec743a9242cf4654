import { z } from 'zod';
import { ActionListQuery } from '../action-list/action-list.filter.js';

/** Selects the actions to count. */
export const ActionCountsQuery = ActionListQuery.pick({ owner: true, service: true, unit: true });
export type ActionCountsQuery = z.infer<typeof ActionCountsQuery>;

export const ActionCountsDto = z.object({
  open: z.int(),
  overdue: z.int(),
  thisWeek: z.int().describe('Due from today to Sunday.'),
  later: z.int(),
  unanswered: z.int().describe('Agreed for someone who has not accepted it.'),
  declined: z.int().describe('The responsible person has said no.'),
  followUpMissed: z.int(),
  toJudge: z.int().describe('Done, and nobody has said whether it worked.'),
  offeredToMe: z.int().describe('Offered to you and not answered, whoever has them.'),
});
export type ActionCountsDto = z.infer<typeof ActionCountsDto>;
