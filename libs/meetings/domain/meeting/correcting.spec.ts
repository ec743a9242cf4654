import { expect, test } from '@jest/globals';
import type { ActionState } from '#actions/contract';
import { specification } from '../../../platform/kernel/specification.js';
import { ProtocolCorrected } from '../../contract/meeting.events.js';
import type { Protocol } from '../../contract/protocol.js';
import { meeting } from './meeting.decider.js';
import {
  anAction,
  correctProtocol,
  day,
  draftAction,
  earlier,
  facts,
  filed,
  adviser,
  head,
  held,
  meetingId,
  openAction,
  openOn,
  participant,
  planned,
  protocol,
  withActionState,
  teacher,
  unitId,
} from './meeting.examples.js';

const a = specification('a correction', meeting);
const A_NUMBER = 'gjelder 158170 12345';

const later = { dueOn: day('2026-12-08') };
const corrected = (changes: Partial<Protocol>, version = 2, before: Partial<Protocol> = {}) =>
  ProtocolCorrected({
    meetingId,
    unitIds: [unitId],
    version,
    reason: 'feil frist',
    correctedOn: day('2026-11-20'),
    correctedBy: head,
    protocol: protocol(changes),
    previous: {
      heldOn: day('2026-11-18'),
      filedOn: day('2026-11-18'),
      actions: protocol(before).actions,
      earlierActions: protocol(before).earlierActions,
    },
  });
const moved = [draftAction(later)] as Protocol['actions'];

a.accepts('a correction as a new version')
  .given(planned(), held(), filed())
  .when(correctProtocol({ actions: [draftAction(later)] }))
  .then(corrected({ actions: moved }));
a.accepts('a correction of a correction')
  .given(planned(), held(), filed(), corrected({ actions: moved }))
  .when(correctProtocol())
  .then(corrected({}, 3, { actions: moved }));
const completedBefore = [{ outcome: 'completed' as const, actionId: openAction.actionId, note: null }];
a.accepts('a correction that repeats what the meeting completed, though it is no longer open')
  .given(planned(), held(), filed({ earlierActions: completedBefore }))
  .when(
    correctProtocol(
      { actions: [draftAction(later)], earlierActions: [earlier({ outcome: 'completed' })] },
      { facts: { ...facts, openActions: [] } },
    ),
  )
  .then(corrected({ actions: moved, earlierActions: completedBefore }, 2, { earlierActions: completedBefore }));
a.accepts('a correction whose own actions are open by now')
  .given(planned(), held(), filed())
  .when(
    correctProtocol({ actions: [draftAction(later)] }, { facts: { ...facts, openActions: [openOn(anAction(10))] } }),
  )
  .then(corrected({ actions: moved }));
a.refuses('another outcome of an action that the protocol completed')
  .given(planned(), held(), filed({ earlierActions: completedBefore }))
  .when(
    correctProtocol({ earlierActions: [earlier({ dueOn: day('2027-03-01') })] }, withActionState({ isOpen: false })),
  )
  .with({ rule: 'EARLIER_ACTION_NOT_OPEN', at: 'earlierActions.0.actionId' });
a.refuses('to take out what ended an action')
  .given(planned(), held(), filed({ earlierActions: completedBefore }))
  .when(correctProtocol({}, withActionState({ isOpen: false })))
  .with({ rule: 'DECIDED_ACTION_HAS_ENDED', at: 'earlierActions' });
const own = (changes: Partial<ActionState>) => withActionState({ actionId: anAction(10), ...changes });
a.refuses('to take out an agreed action that is done')
  .given(planned(), held(), filed())
  .when(correctProtocol({ actions: [draftAction({ actionId: anAction(11) })] }, own({ isOpen: false })))
  .with({ rule: 'DECIDED_ACTION_HAS_ENDED', at: 'actions' });
for (const [state, changes] of [
  ['open', {}],
  ['abandoned', { isOpen: false, isAbandoned: true }],
] as const)
  test(`a correction accepts to take out an agreed action that is ${state}`, () => {
    const history = [planned(), held(), filed()].reduce(meeting.evolve, meeting.initialState);
    const command = correctProtocol({ actions: [draftAction({ actionId: anAction(11) })] }, own(changes));
    expect(meeting.decide(command, history)).toMatchObject([{ type: 'meetings.ProtocolCorrected' }]);
  });
a.refuses('a correction before it is filed')
  .given(planned(), held())
  .when(correctProtocol())
  .with('PROTOCOL_NOT_FILED');
a.refuses('a correction that changes nothing')
  .given(planned(), held(), filed())
  .when(correctProtocol())
  .with('CORRECTION_CHANGES_NOTHING');
a.refuses('a correction that takes the last action out')
  .given(planned(), held(), filed())
  .when(correctProtocol({ actions: [] }))
  .with('PROTOCOL_WITHOUT_ACTIONS');
a.refuses('a correction that makes an own action an earlier one')
  .given(planned(), held(), filed())
  .when(
    correctProtocol(
      { earlierActions: [earlier({ actionId: anAction(10) })] },
      { facts: { ...facts, openActions: [openOn(anAction(10))] } },
    ),
  )
  .with({ rule: 'EARLIER_ACTION_NOT_OPEN', at: 'earlierActions.0.actionId' });
a.refuses('a national number in the reason')
  .given(planned(), held(), filed())
  .when(correctProtocol({ actions: [draftAction(later)] }, { reason: A_NUMBER }))
  .with({ rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'reason' });

// Participants that the correction repeats were checked at filing; those that it adds are checked against them.
const withDeputy = [participant(head), { ...participant(adviser, 'deputy'), deputyId: teacher }];
const filedWithDeputy = filed({ participants: withDeputy as Protocol['participants'] });
a.refuses('to add a participant who is the deputy of another')
  .given(planned(), held(), filedWithDeputy)
  .when(correctProtocol({ participants: [...withDeputy, participant(teacher)] }))
  .with({ rule: 'DEPUTY_ALREADY_SEATED', at: 'participants.1.deputyId' });
const absentToo = [...withDeputy, participant(teacher, 'absent')];
a.accepts('a participant added as absent, though somebody’s deputy')
  .given(planned(), held(), filedWithDeputy)
  .when(correctProtocol({ participants: absentToo }))
  .then(
    corrected({ participants: absentToo as Protocol['participants'] }, 2, {
      participants: withDeputy as Protocol['participants'],
    }),
  );
