import { specification } from '../../../platform/kernel/specification.js';
import {
  DEFAULT_DIGESTS,
  DEFAULT_SETTINGS,
  MunicipalityRegistered,
  type MunicipalityEvent,
} from '../../contract/index.js';
import { withToday } from '../dated-commands.js';
import type { MunicipalityCommand } from './municipality.commands.js';
import { municipality, type MunicipalityRule } from './municipality.decider.js';
import type { Municipality } from './municipality.state.js';
import {
  calendar,
  calendarSet,
  change,
  changed,
  changeAnswersByLink,
  changeLadder,
  changeNumber,
  changeSettings,
  day,
  form,
  formed,
  formedEvent,
  nameChanged,
  numberChanged,
  period,
  register,
  registered,
  setCalendar,
  settingsChanged,
  step,
} from './municipality.examples.js';

const on = (today: string) =>
  withToday<Municipality, MunicipalityCommand, MunicipalityEvent, MunicipalityRule>(municipality, () => day(today));
const a = specification('a municipality', on('2026-10-01'));
/** A day after the change of number in the examples below. */
const later = specification('a municipality with its new number', on('2027-03-01'));
const months = (school: number[]) => ({ mandatoryMonths: { school, kindergarten: [1] } });

a.accepts('being registered').given().when(register()).then(registered());
a.accepts('being registered as a network of municipalities')
  .given()
  .when({ ...register(), kind: 'network' })
  .then(MunicipalityRegistered({ ...registered().data, kind: 'network' }));
a.accepts('being registered again as it is, which changes nothing').given(registered()).when(register()).then();
a.refuses('to be registered again as something else')
  .given(registered())
  .when(register({ name: 'Prøveby' }))
  .with('MUNICIPALITY_ALREADY_REGISTERED');
a.refuses('to be registered with settings that do not hold together')
  .given()
  .when(register({}, { ageSpan: { from: 16, to: 6 } }))
  .with({ rule: 'AGE_SPAN_REVERSED', at: 'ageSpan' });

a.accepts('being formed by a merger, with settings and school calendars')
  .given()
  .when(form({ calendars: [calendar()] }))
  .then(registered(), calendarSet(), formedEvent());
a.accepts('being formed by the same merger again, which changes nothing')
  .given(registered(), formedEvent())
  .when(form())
  .then();
a.refuses('to be formed by another merger')
  .given(registered(), formedEvent())
  .when(form({ formed: formed({ on: day('2028-01-01') }) }))
  .with('MUNICIPALITY_ALREADY_REGISTERED');
a.accepts('being formed when a list of municipalities has registered it')
  .given(registered())
  .when(form({ name: 'Nye Demovik', settings: { ...DEFAULT_SETTINGS, filingWorkingDays: 7 } }))
  .then(changed({ name: 'Nye Demovik' }), settingsChanged({ filingWorkingDays: 7 }), formedEvent());
a.refuses('to be formed from demo data when it is none')
  .given(registered())
  .when(form({ demo: false }))
  .with({ rule: 'DEMO_IS_FIXED', at: 'demo' });
a.refuses('to be formed with settings that do not hold together')
  .given()
  .when(form({ settings: { ...DEFAULT_SETTINGS, ageSpan: { from: 16, to: 6 } } }))
  .with({ rule: 'AGE_SPAN_REVERSED', at: 'ageSpan' });

a.accepts('another name')
  .given(registered())
  .when(change({ name: 'Demovika' }))
  .then(changed({ name: 'Demovika' }));
a.accepts('the name it has, which changes nothing').given(registered()).when(change()).then();
a.refuses('to begin or cease to be a demo')
  .given(registered())
  .when(change({ demo: false }))
  .with({ rule: 'DEMO_IS_FIXED', at: 'demo' });
a.refuses('a name before it is registered').given().when(change()).with('NOT_FOUND');

a.accepts('other settings')
  .given(registered())
  .when(changeSettings({ filingWorkingDays: 7 }))
  .then(settingsChanged({ filingWorkingDays: 7 }));
a.accepts('the settings it has, which changes nothing')
  .given(registered(), settingsChanged({ filingWorkingDays: 7 }))
  .when(changeSettings({ filingWorkingDays: 7 }))
  .then();
a.accepts('reminders that all come on the same day')
  .given(registered())
  .when(changeSettings({ reminderWorkingDays: { reminder: 3, alert: 3, coordinator: 3 } }))
  .then(settingsChanged({ reminderWorkingDays: { reminder: 3, alert: 3, coordinator: 3 } }));
a.refuses('settings that do not hold together, naming every fault at once')
  .given(registered())
  .when(
    changeSettings({
      mandatoryMonths: { school: [8, 9, 8], kindergarten: [1, 1] },
      ageSpan: { from: 17, to: 16 },
      reminderWorkingDays: { reminder: 7, alert: 6, coordinator: 10 },
    }),
  )
  .with(
    { rule: 'MONTH_TWICE', at: 'mandatoryMonths.school' },
    { rule: 'MONTH_TWICE', at: 'mandatoryMonths.kindergarten' },
    { rule: 'AGE_SPAN_REVERSED', at: 'ageSpan' },
    { rule: 'REMINDERS_OUT_OF_ORDER', at: 'reminderWorkingDays' },
  );
a.refuses('an alert that comes after the coordinator is told')
  .given(registered())
  .when(changeSettings({ reminderWorkingDays: { reminder: 3, alert: 11, coordinator: 10 } }))
  .with('REMINDERS_OUT_OF_ORDER');
a.accepts('a year with only one mandatory month')
  .given(registered())
  .when(changeSettings(months([11])))
  .then(settingsChanged(months([11])));

a.accepts('its own steps of alerts, of some kinds')
  .given(registered())
  .when(changeSettings({ ladder: { overdue: [step(-2, 'owner'), step(8, 'unit-leader', 'coordinator')], orphan: [] } }))
  .then(
    settingsChanged({ ladder: { overdue: [step(-2, 'owner'), step(8, 'unit-leader', 'coordinator')], orphan: [] } }),
  );
a.refuses('steps of alerts that go back, share a day, or name a receiver twice')
  .given(registered())
  .when(
    changeSettings({
      ladder: {
        overdue: [step(1, 'owner'), step(0, 'owner'), step(6, 'unit-leader')],
        'month-missing': [step(3, 'unit-leader'), step(3, 'coordinator')],
        orphan: [step(0, 'coordinator', 'coordinator')],
      },
    }),
  )
  .with(
    { rule: 'LADDER_OUT_OF_ORDER', at: 'ladder.overdue.1' },
    { rule: 'LADDER_OUT_OF_ORDER', at: 'ladder.month-missing.1' },
    { rule: 'LADDER_RECEIVER_TWICE', at: 'ladder.orphan.0.to' },
  );
a.refuses('to be registered with steps of alerts that go back')
  .given()
  .when(register({}, { ladder: { overdue: [step(1, 'owner'), step(0, 'owner')] } }))
  .with('LADDER_OUT_OF_ORDER');
a.accepts('its own digests')
  .given(registered())
  .when(changeSettings({ digests: { ...DEFAULT_DIGESTS, answersByLink: true } }))
  .then(settingsChanged({ digests: { ...DEFAULT_DIGESTS, answersByLink: true } }));
a.accepts('the default steps and digests again')
  .given(registered(), settingsChanged({ ladder: { orphan: [] }, digests: DEFAULT_DIGESTS }))
  .when(changeSettings())
  .then(settingsChanged({}));

a.accepts('other steps of alerts, which change no other setting')
  .given(registered(), settingsChanged({ filingWorkingDays: 7, ladder: { orphan: [] }, digests: DEFAULT_DIGESTS }))
  .when(changeLadder({ overdue: [step(2, 'owner')] }))
  .then(settingsChanged({ filingWorkingDays: 7, ladder: { overdue: [step(2, 'owner')] }, digests: DEFAULT_DIGESTS }));
a.accepts('the steps of alerts that it has, which changes nothing')
  .given(registered(), settingsChanged({ ladder: { overdue: [step(2, 'owner')] } }))
  .when(changeLadder({ overdue: [step(2, 'owner')] }))
  .then();
a.accepts('no steps of its own, so that it follows the defaults')
  .given(registered(), settingsChanged({ ladder: { orphan: [] } }))
  .when(changeLadder({}))
  .then(settingsChanged({}));
a.refuses('other steps of alerts that go back')
  .given(registered())
  .when(changeLadder({ overdue: [step(1, 'owner'), step(0, 'owner')] }))
  .with({ rule: 'LADDER_OUT_OF_ORDER', at: 'ladder.overdue.1' });

a.accepts('answers by link, which changes no other setting')
  .given(
    registered(),
    settingsChanged({ filingWorkingDays: 7, ladder: { orphan: [] }, digests: { ...DEFAULT_DIGESTS, hour: 9 } }),
  )
  .when(changeAnswersByLink(true))
  .then(
    settingsChanged({
      ...{ filingWorkingDays: 7, ladder: { orphan: [] } },
      digests: { ...DEFAULT_DIGESTS, hour: 9, answersByLink: true },
    }),
  );
a.accepts('answers by link in place of the defaults')
  .given(registered())
  .when(changeAnswersByLink(true))
  .then(settingsChanged({ digests: { ...DEFAULT_DIGESTS, answersByLink: true } }));
a.accepts('no answers by link, which it has none of and changes nothing')
  .given(registered())
  .when(changeAnswersByLink(false))
  .then();
a.accepts('no answers by link after it had them')
  .given(registered(), settingsChanged({ digests: { ...DEFAULT_DIGESTS, answersByLink: true } }))
  .when(changeAnswersByLink(false))
  .then(settingsChanged({ digests: DEFAULT_DIGESTS }));
a.refuses('answers by link before it is registered').given().when(changeAnswersByLink(true)).with('NOT_FOUND');

a.refuses('steps of alerts before it is registered').given().when(changeLadder({})).with('NOT_FOUND');

a.accepts('a school calendar').given(registered()).when(setCalendar()).then(calendarSet());
a.accepts('the calendar it has, in whatever order its periods come, which changes nothing')
  .given(
    registered(),
    calendarSet(calendar({ closed: [period('2026-09-28', '2026-10-02'), period('2026-12-21', '2027-01-01')] })),
  )
  .when(setCalendar(calendar({ closed: [period('2026-12-21', '2027-01-01'), period('2026-09-28', '2026-10-02')] })))
  .then();
a.accepts('another calendar for the same year')
  .given(registered(), calendarSet())
  .when(setCalendar(calendar({ firstDay: '2026-08-18' })))
  .then(calendarSet(calendar({ firstDay: '2026-08-18' })));
a.refuses('a calendar that ends before it begins')
  .given(registered())
  .when(setCalendar(calendar({ firstDay: '2027-06-18', lastDay: '2026-08-17' })))
  .with({ rule: 'CALENDAR_REVERSED', at: 'lastDay' });
a.refuses('a calendar of another school year than it says')
  .given(registered())
  .when(setCalendar(calendar({ firstDay: '2026-07-31', lastDay: '2027-08-01' })))
  .with(
    { rule: 'CALENDAR_OUTSIDE_SCHOOL_YEAR', at: 'firstDay' },
    { rule: 'CALENDAR_OUTSIDE_SCHOOL_YEAR', at: 'lastDay' },
  );
a.refuses('closed periods that are reversed, outside the year, or on top of one another')
  .given(registered())
  .when(
    setCalendar(
      calendar({
        closed: [
          period('2026-10-02', '2026-09-28'),
          period('2027-12-20', '2027-12-31'),
          period('2027-12-31', '2028-01-02'),
        ],
      }),
    ),
  )
  .with(
    { rule: 'CLOSED_PERIOD_REVERSED', at: 'closed.0' },
    { rule: 'CLOSED_PERIOD_OUTSIDE_SCHOOL_YEAR', at: 'closed.1' },
    { rule: 'CLOSED_PERIOD_OUTSIDE_SCHOOL_YEAR', at: 'closed.2' },
    { rule: 'CLOSED_PERIODS_OVERLAP', at: 'closed.2' },
  );
a.refuses('a calendar before it is registered').given().when(setCalendar()).with('NOT_FOUND');

a.accepts('another number from a day on')
  .given(registered())
  .when(changeNumber('9902', '2027-01-01'))
  .then(numberChanged('9902', '2027-01-01'));
a.accepts('another number and another name')
  .given(registered())
  .when(changeNumber('9902', '2027-01-01', { name: 'Nye Demovik' }))
  .then(numberChanged('9902', '2027-01-01', 'Nye Demovik'));
a.accepts('another number with the name it has, which is not recorded again')
  .given(registered())
  .when(changeNumber('9902', '2027-01-01', { name: 'Demovik' }))
  .then(numberChanged('9902', '2027-01-01'));
a.accepts('a change of number that is recorded after it took place')
  .given(registered())
  .when(changeNumber('9902', '2020-01-01'))
  .then(numberChanged('9902', '2020-01-01'));
a.accepts('the same change again, which changes nothing')
  .given(registered(), numberChanged('9902', '2027-01-01', 'Nye Demovik'))
  .when(changeNumber('9902', '2027-01-01', { name: 'Nye Demovik' }))
  .then();
a.accepts('a second change after the first')
  .given(registered(), numberChanged('9902', '2020-01-01'))
  .when(changeNumber('9903', '2024-01-01'))
  .then(numberChanged('9903', '2024-01-01'));
a.refuses('the number it has')
  .given(registered(), numberChanged('9902', '2020-01-01'))
  .when(changeNumber('9902', '2024-01-01'))
  .with({ rule: 'NUMBER_IS_THE_SAME', at: 'number' });
a.refuses('another number on the day of the last change, or before it')
  .given(registered(), numberChanged('9902', '2020-01-01'))
  .when(changeNumber('9903', '2020-01-01'))
  .with({ rule: 'NUMBER_CHANGE_NOT_AFTER_THE_LAST', at: 'from' });
a.refuses('a number that another tenant has')
  .given(registered())
  .when(changeNumber('9902', '2027-01-01', { isTaken: true }))
  .with({ rule: 'NUMBER_OF_ANOTHER', at: 'number' });
a.refuses('a number before it is registered').given().when(changeNumber('9902', '2027-01-01')).with('NOT_FOUND');

a.accepts('another spelling before the new number, which leaves the coming name')
  .given(registered(), numberChanged('9902', '2027-01-01', 'Nye Demovik'))
  .when(change({ name: 'Demovika' }))
  .then(changed({ name: 'Demovika' }));
later
  .accepts('another spelling of the new name, which leaves the earlier name')
  .given(registered(), numberChanged('9902', '2027-01-01', 'Nye Demovik'))
  .when(change({ name: 'Nye Demovika' }))
  .then(nameChanged('Nye Demovika', '2027-01-01'));
later
  .accepts('the corrected name again, which changes nothing')
  .given(registered(), numberChanged('9902', '2027-01-01', 'Nye Demovik'), nameChanged('Nye Demovika', '2027-01-01'))
  .when(change({ name: 'Nye Demovika' }))
  .then();
