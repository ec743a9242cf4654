import { specification } from '../../../platform/kernel/specification.js';
import { DecisionRefused, RefusedDecisionSeen } from '../../contract/index.js';
import { agreed, anna, day, laterMeetingId, unitId } from '../action/action.examples.js';
import type { NoteRefusal, SeeRefusal } from './refused-decision.commands.js';
import { refusedDecision } from './refused-decision.decider.js';

const { accepts, refuses } = specification('a decision that its action refused', refusedDecision);

const refusalId = '018f0c5e-0000-7000-8000-0000000000f1';
const { actionId } = agreed().data;
const decision: Omit<NoteRefusal, 'type'> = {
  refusalId,
  actionId,
  meetingId: laterMeetingId,
  unitIds: [unitId],
  heldOn: day('2026-11-18'),
  kind: 'carried-on',
  rules: ['ACTION_ENDED'],
};
const note: NoteRefusal = { type: 'NoteRefusal', ...decision };
const noted = DecisionRefused({ ...decision, unitIds: [unitId], rules: ['ACTION_ENDED'] });
const see = (reason = 'Gjennomført før møtet'): SeeRefusal => ({
  type: 'SeeRefusal',
  by: anna,
  on: day('2026-11-23'),
  reason,
});
const seen = RefusedDecisionSeen({
  refusalId,
  actionId,
  by: anna,
  on: day('2026-11-23'),
  reason: 'Gjennomført før møtet',
});

accepts('being noted').given().when(note).then(noted);
accepts('being noted again, which changes nothing').given(noted).when(note).then();
accepts('to be marked as seen, with a reason').given(noted).when(see()).then(seen);
accepts('to be marked as seen again, which changes nothing').given(noted, seen).when(see('Igjen')).then();
refuses('to be marked as seen before it was noted').given().when(see()).with('NOT_FOUND');
refuses('a national number in the reason')
  .given(noted)
  .when(see('Gjelder 15817012345'))
  .with({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'reason' });
