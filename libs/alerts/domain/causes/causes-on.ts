import type { AlertFacts } from '../alert.js';
import type { Situation } from '../situation.js';
import { absentServices, type Absence } from './absence-causes.js';
import { comingActions, lateActions } from './action-causes.js';
import type { AlertCause } from './alert-cause.js';
import { comingProtocols, lateProtocols, missingMonths, unconfirmedMeetings, unplannedMonths } from './unit-causes.js';

/** The causes that are late today or that nobody answers for: the alerts. */
export const lateCauses = (facts: AlertFacts, situation: Situation): readonly AlertCause[] => [
  ...lateActions(facts, situation),
  ...lateProtocols(facts, situation),
  ...unconfirmedMeetings(facts, situation),
  ...missingMonths(facts, situation),
];

/** Every cause that a step of the ladder may be due for, late or not. */
export const causesOn = (
  facts: AlertFacts,
  absences: readonly Absence[],
  situation: Situation,
): readonly AlertCause[] => [
  ...lateCauses(facts, situation),
  ...comingActions(facts, situation),
  ...comingProtocols(facts, situation),
  ...unplannedMonths(facts, situation),
  ...absentServices(absences, situation),
];
