import {
  addDays,
  holdsNationalNumber,
  never,
  refuse,
  refuseAll,
  type BrokenRule,
  type Decider,
  type PersonId,
} from '#platform/kernel';
import {
  AlertHandled,
  AlertHeldBack,
  AlertNoted,
  AlertReleased,
  AlertSent,
  AlertSnoozed,
  OwnerAsked,
  type AlertStepEvent,
} from '../../contract/index.js';
import type {
  AlertStepsCommand,
  AskOwner,
  HandleAlert,
  HoldStepBack,
  NoteOnAlert,
  SendStep,
  SnoozeAlert,
} from './alert-steps.commands.js';
import { afterStep, NO_STEPS, type AlertSteps } from './alert-steps.state.js';

export type AlertStepsRule =
  | 'NATIONAL_NUMBER_ON_ALERT'
  | 'ALERT_NOT_SENT'
  | 'ALERT_NOT_WAITING'
  | 'ALERT_SNOOZED_BEFORE'
  | 'SNOOZE_NOT_AHEAD'
  | 'SNOOZE_TOO_LONG'
  | 'ALERT_HANDLED'
  | 'ALERT_NOT_YOURS_TO_HANDLE'
  | 'NO_OWNER_TO_ASK';

/** Longest time for which an alert may be put aside. */
export const LONGEST_SNOOZE_DAYS = 30;

/** The steps of one alert: told once each, put aside once, and begun anew when its day is moved (workflow § 3.2). */
export const alertSteps: Decider<AlertSteps, AlertStepsCommand, AlertStepEvent, AlertStepsRule> = {
  initialState: NO_STEPS,
  decide(command, state) {
    switch (command.type) {
      case 'SendStep':
        return send(command, aboutDay(state, command));
      case 'HoldStepBack':
        return holdBack(command, aboutDay(state, command));
      case 'ReleaseAlert':
        return state.waiting === null || state.isReleased
          ? refuse('ALERT_NOT_WAITING')
          : [AlertReleased({ on: command.on })];
      case 'SnoozeAlert':
        return snooze(command, state);
      case 'AskOwner':
        return askOwner(command, state);
      case 'NoteOnAlert':
        return note(command, state);
      case 'HandleAlert':
        return handle(command, state);
      default:
        return never(command);
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'alerts.AlertSent':
        return afterStep(state, event.data);
      case 'alerts.AlertHeldBack': {
        const { countedFrom, step } = event.data;
        const same = state.countedFrom === countedFrom ? state : NO_STEPS;
        return { ...same, countedFrom, waiting: step, isReleased: false };
      }
      case 'alerts.AlertReleased':
        return { ...state, isReleased: true };
      case 'alerts.AlertSnoozed':
        return { ...state, wasSnoozed: true, snoozedUntil: event.data.until };
      case 'alerts.OwnerAsked':
      case 'alerts.AlertNoted':
        return state;
      case 'alerts.AlertHandled':
        return { ...state, isHandled: true };
      default:
        return never(event);
    }
  },
};

/** The steps about the command's day: none when the day was moved. */
const aboutDay = (state: AlertSteps, { about }: SendStep | HoldStepBack): AlertSteps =>
  state.countedFrom === about.countedFrom ? state : NO_STEPS;

const reached = (known: number | null, step: number): boolean => known !== null && known >= step;

function send({ about, step, on, to, skipped }: SendStep, state: AlertSteps) {
  const { told, toldIds, waiting, isReleased, isHandled } = state;
  if ((told !== null && told > step) || isHandled) return [];
  if (reached(waiting, step) && !isReleased) return [];
  const receivers = to
    .filter(({ personId }) => told !== step || !toldIds.includes(personId))
    .map(({ personId, as }) => ({ personId: personId as PersonId, as }));
  if (receivers.length === 0) return [];
  return [AlertSent({ ...about, step, on, to: receivers, skipped: [...skipped] })];
}

function holdBack({ about, step, on }: HoldStepBack, { told, waiting, isHandled }: AlertSteps) {
  if (reached(told, step) || reached(waiting, step) || isHandled) return [];
  return [AlertHeldBack({ ...about, step, on })];
}

function snooze({ on, until, reason }: SnoozeAlert, { told, wasSnoozed, isHandled }: AlertSteps) {
  if (told === null) return refuse('ALERT_NOT_SENT');
  if (isHandled) return refuse('ALERT_HANDLED');
  if (wasSnoozed) return refuse('ALERT_SNOOZED_BEFORE');
  const broken: BrokenRule<AlertStepsRule>[] = [];
  if (holdsNationalNumber(reason)) broken.push({ rule: 'NATIONAL_NUMBER_ON_ALERT', at: 'reason' });
  if (until <= on) broken.push({ rule: 'SNOOZE_NOT_AHEAD', at: 'until' });
  if (until > addDays(on, LONGEST_SNOOZE_DAYS)) broken.push({ rule: 'SNOOZE_TOO_LONG', at: 'until' });
  return refuseAll(broken) ?? [AlertSnoozed({ on, until, reason })];
}

function askOwner({ by, on, note: said, facts: { ownerId } }: AskOwner, { told, toldTo }: AlertSteps) {
  if (told === null) return refuse('ALERT_NOT_SENT');
  if (!isAboveUnit(by, toldTo)) return refuse('ALERT_NOT_YOURS_TO_HANDLE');
  if (ownerId === null) return refuse('NO_OWNER_TO_ASK');
  return inNote(said) ?? [OwnerAsked({ on, ownerId, note: said })];
}

function note({ on, note: said }: NoteOnAlert, { told }: AlertSteps) {
  if (told === null) return refuse('ALERT_NOT_SENT');
  return inNote(said) ?? [AlertNoted({ on, note: said })];
}

function handle({ by, on, note: said }: HandleAlert, { told, toldTo, isHandled }: AlertSteps) {
  if (told === null) return refuse('ALERT_NOT_SENT');
  if (!isAboveUnit(by, toldTo)) return refuse('ALERT_NOT_YOURS_TO_HANDLE');
  if (isHandled) return refuse('ALERT_HANDLED');
  return inNote(said) ?? [AlertHandled({ on, note: said })];
}

/** The service unit leader of the last step, or the coordinator: those who are told after the unit itself. */
export const isAboveUnit = (by: string, toldTo: AlertSteps['toldTo']): boolean =>
  toldTo.some(({ personId, as }) => personId === by && (as === 'service-unit-leader' || as === 'coordinator'));

const inNote = (said: string | null) =>
  said !== null && holdsNationalNumber(said) ? refuse('NATIONAL_NUMBER_ON_ALERT', 'note') : undefined;
