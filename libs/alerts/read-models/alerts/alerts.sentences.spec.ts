import { expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import type { Alert } from '../../domain/alert.js';
import { alertSentence } from './alerts.sentences.js';

const late = (ageInWorkingDays: number): Alert => ({
  id: 'protocol-late:m1',
  kind: 'protocol-late',
  level: 'alert',
  subjectId: 'm1',
  subject: { unitIds: [], serviceIds: [], personIds: [] },
  month: null,
  ownerId: null,
  text: null,
  since: '2026-11-20' as CalendarDate,
  ageInWorkingDays,
  actorIds: [],
});

test.each([
  ['nb', 1, 'Protokollen er ikke levert 1 virkedag etter møtet. Fullfør og lever den.'],
  ['nb', 6, 'Protokollen er ikke levert 6 virkedager etter møtet. Fullfør og lever den.'],
  ['nn', 1, 'Protokollen er ikkje levert 1 virkedag etter møtet. Fullfør og lever han.'],
  ['nn', 6, 'Protokollen er ikkje levert 6 virkedagar etter møtet. Fullfør og lever han.'],
  ['en', 1, 'The protocol is not filed 1 working day after the meeting. Complete and file it.'],
] as const)('days are counted as a person would say it (%s, %i)', (language, days, sentence) => {
  expect(alertSentence(late(days), language)).toBe(sentence);
});
