import { expect, test } from '@jest/globals';
import type { CalendarDate, Month } from '#platform/kernel';
import { stepSentence, type StepCause } from './step-sentences.js';

const about = (changes: Partial<StepCause>): StepCause => ({
  kind: 'overdue',
  countedFrom: '2026-11-20' as CalendarDate,
  age: 0,
  month: '2026-11' as Month,
  ...changes,
});

test.each([
  [about({ age: -3 }), 'Et tiltak har frist 20. november 2026', 'Eit tiltak har frist 20. november 2026'],
  [about({ age: 1 }), 'Et tiltak er over fristen (én virkedag)', 'Eit tiltak er over fristen (éin virkedag)'],
  [about({ age: 6 }), 'Et tiltak er over fristen (6 virkedager)', 'Eit tiltak er over fristen (6 virkedagar)'],
  [
    about({ kind: 'follow-up-missed', age: 1 }),
    'Et tiltak er ikke fulgt opp (én virkedag)',
    'Eit tiltak er ikkje følgt opp (éin virkedag)',
  ],
  [
    about({ kind: 'protocol-late', age: 3 }),
    'Protokollen fra 20. november 2026 er ikke levert',
    'Protokollen frå 20. november 2026 er ikkje levert',
  ],
  [
    about({ kind: 'month-missing', age: 3 }),
    'Det er ikke holdt møte i november 2026',
    'Det er ikkje halde møte i november 2026',
  ],
  [
    about({ kind: 'month-unplanned', age: -10 }),
    'Ingen møter er planlagt i november 2026, og det er 10 virkedager igjen',
    'Ingen møte er planlagde i november 2026, og det er 10 virkedagar att',
  ],
  [
    about({ kind: 'handover-waiting', age: 5 }),
    'En overføring av et tiltak har ventet på svar i 5 virkedager',
    'Ei overføring av eit tiltak har venta på svar i 5 virkedagar',
  ],
  [
    about({ kind: 'more-time-asked', age: 0 }),
    'Den ansvarlige for et tiltak ber om mer tid',
    'Den ansvarlege for eit tiltak ber om meir tid',
  ],
  [
    about({ kind: 'more-time-asked', age: 10 }),
    'Den ansvarlige for et tiltak ber om mer tid (10 virkedager)',
    'Den ansvarlege for eit tiltak ber om meir tid (10 virkedagar)',
  ],
])('a cause in a sentence: %j', (cause, nb, nn) => {
  expect(stepSentence(cause, 'nb')).toBe(nb);
  expect(stepSentence(cause, 'nn')).toBe(nn);
});
