import { z } from 'zod';
import { ActionId, CalendarDate, MeetingId, UnitId } from '#platform/kernel';
import { pageOf } from '#platform/http';
import { RefusedDecisionKind } from '../../contract/index.js';

export const RefusedDecisionDto = z.object({
  refusalId: z.uuid(),
  meetingId: MeetingId,
  heldOn: CalendarDate,
  units: z.array(z.object({ unitId: UnitId, name: z.string().nullable() })),
  actionId: ActionId,
  text: z.string().nullable().describe('The action as it stands today; null where it never began.'),
  kind: RefusedDecisionKind.describe('The kind of statement in the protocol that the action refused.'),
  reasons: z.array(z.string()).describe('Why it was refused, as sentences in the language asked for.'),
});
export type RefusedDecisionDto = z.input<typeof RefusedDecisionDto>;
export const RefusedDecisionPage = pageOf(RefusedDecisionDto);
