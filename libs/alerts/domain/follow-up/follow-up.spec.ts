import { PersonId, UnitId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { CallNoted, UnitReminded, type ReminderCause } from '../../contract/index.js';
import { day, month } from '../alerts.examples.js';
import type { NoteCall, RemindUnit } from './follow-up.commands.js';
import { followUp } from './follow-up.decider.js';

const { accepts, refuses } = specification('follow-up of a unit', followUp);

const unitId = UnitId.parse('974552876');
const leader = PersonId.parse('018f0c5e-0000-7000-8000-000000000101');
const november: ReminderCause = { kind: 'month-missing', month: month('2026-11') };
const everything: ReminderCause = { kind: null, month: null };

const remind = (changes: Partial<RemindUnit> = {}): RemindUnit => ({
  type: 'RemindUnit',
  unitId,
  about: november,
  today: day('2026-12-02'),
  note: null,
  facts: { leaderIds: [leader], causes: 1 },
  ...changes,
});
const call = (changes: Partial<NoteCall> = {}): NoteCall => ({
  type: 'NoteCall',
  unitId,
  about: everything,
  today: day('2026-12-02'),
  withId: leader,
  note: 'Lovet møte før jul',
  facts: { knowsPerson: true },
  ...changes,
});
const reminded = (on: string, about = november) =>
  UnitReminded({ unitId, about, on: day(on), toIds: [leader], note: null });

accepts('a reminder of what the unit is late with').given().when(remind()).then(reminded('2026-12-02'));
accepts('a reminder with the coordinator’s own note')
  .given()
  .when(remind({ note: 'Si fra om dere trenger hjelp' }))
  .then(
    UnitReminded({
      unitId,
      about: november,
      on: day('2026-12-02'),
      toIds: [leader],
      note: 'Si fra om dere trenger hjelp',
    }),
  );
refuses('the same reminder twice on one day').given(reminded('2026-12-02')).when(remind()).with('REMINDED_TODAY');
accepts('the same reminder on another day').given(reminded('2026-12-01')).when(remind()).then(reminded('2026-12-02'));
accepts('a reminder of something else on the same day')
  .given(reminded('2026-12-02', everything))
  .when(remind())
  .then(reminded('2026-12-02'));
refuses('a reminder of an alert that is no longer overdue')
  .given()
  .when(remind({ facts: { leaderIds: [leader], causes: 0 } }))
  .with('NOTHING_TO_REMIND_OF');
refuses('a reminder to a unit without a leader')
  .given()
  .when(remind({ facts: { leaderIds: [], causes: 1 } }))
  .with('NOBODY_TO_REMIND');
refuses('a national number in a reminder, naming every fault at once')
  .given()
  .when(remind({ note: 'gjelder 01019012345', facts: { leaderIds: [], causes: 1 } }))
  .with({ rule: 'NATIONAL_NUMBER_IN_NOTE', at: 'note' }, 'NOBODY_TO_REMIND');

accepts('a call, with the person called and a note')
  .given()
  .when(call())
  .then(CallNoted({ unitId, about: everything, on: day('2026-12-02'), withId: leader, note: 'Lovet møte før jul' }));
accepts('a second call on the same day')
  .given(CallNoted({ unitId, about: everything, on: day('2026-12-02'), withId: null, note: 'Ikke svar' }))
  .when(call({ withId: null, note: 'Ikke svar' }))
  .then(CallNoted({ unitId, about: everything, on: day('2026-12-02'), withId: null, note: 'Ikke svar' }));
refuses('a national number in the note of a call')
  .given()
  .when(call({ note: 'gjelder 010190 12345' }))
  .with({ rule: 'NATIONAL_NUMBER_IN_NOTE', at: 'note' });
refuses('a call with an unknown person')
  .given()
  .when(call({ facts: { knowsPerson: false } }))
  .with({ rule: 'UNKNOWN_PERSON_CALLED', at: 'withId' });
