import type { AlertFacts } from '../alert.js';
import type { Situation } from '../escalation.js';
import { absentServices, type Absence } from './absence-matters.js';
import { comingActions, lateActions } from './action-matters.js';
import type { Matter } from './matter.js';
import { comingProtocols, lateProtocols, missingMonths, unconfirmedMeetings, unplannedMonths } from './unit-matters.js';

/** The matters that are late today or that nobody answers for: the alerts. */
export const lateMatters = (facts: AlertFacts, situation: Situation): readonly Matter[] => [
  ...lateActions(facts, situation),
  ...lateProtocols(facts, situation),
  ...unconfirmedMeetings(facts, situation),
  ...missingMonths(facts, situation),
];

/** Every matter that a step of the ladder may be due for, late or not. */
export const mattersOn = (facts: AlertFacts, absences: readonly Absence[], situation: Situation): readonly Matter[] => [
  ...lateMatters(facts, situation),
  ...comingActions(facts, situation),
  ...comingProtocols(facts, situation),
  ...unplannedMonths(facts, situation),
  ...absentServices(absences, situation),
];
