import type { CalendarDate, PersonId } from '#platform/kernel';
import type { AlertSubject } from '../../contract/index.js';
import type { Receiver } from '../ladder/receivers.js';

/** Tells the receivers of a step; of the last one only those whom no step has told, and nothing after a higher one. */
export interface SendStep {
  readonly type: 'SendStep';
  readonly about: AlertSubject;
  readonly step: number;
  readonly on: CalendarDate;
  readonly to: readonly Receiver[];
  readonly skipped: readonly number[];
}
/** Lets a step wait for the coordinator; nothing where it waits already or was told. */
export interface HoldStepBack {
  readonly type: 'HoldStepBack';
  readonly about: AlertSubject;
  readonly step: number;
  readonly on: CalendarDate;
}
export interface ReleaseAlert {
  readonly type: 'ReleaseAlert';
  readonly on: CalendarDate;
}
export interface SnoozeAlert {
  readonly type: 'SnoozeAlert';
  readonly on: CalendarDate;
  readonly until: CalendarDate;
  readonly reason: string;
}
export interface AskOwner {
  readonly type: 'AskOwner';
  readonly by: PersonId;
  readonly on: CalendarDate;
  readonly note: string | null;
  /** The action's owner today, if anybody; read beforehand. */
  readonly facts: { readonly ownerId: PersonId | null };
}
export interface NoteOnAlert {
  readonly type: 'NoteOnAlert';
  readonly on: CalendarDate;
  readonly note: string;
}
export interface HandleAlert {
  readonly type: 'HandleAlert';
  readonly by: PersonId;
  readonly on: CalendarDate;
  readonly note: string | null;
}
export type AlertStepsCommand =
  SendStep | HoldStepBack | ReleaseAlert | SnoozeAlert | AskOwner | NoteOnAlert | HandleAlert;
