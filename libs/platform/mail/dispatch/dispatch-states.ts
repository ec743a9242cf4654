import type { DispatchState, Handover } from './dispatch.js';

/** The part of a dispatch that decides what may happen to it next. */
export interface DispatchProgress {
  readonly state: DispatchState;
  /** Times that it could not be composed. */
  readonly composeFailures: number;
  /** Times that it was handed over, or was about to be. */
  readonly attempts: number;
  /** Times that the outcome remained unknown: 0, 1 or 2; 2 from the beginning if it may have been sent before a restore. */
  readonly unsure: number;
  readonly composedAt: Date | null;
  /** Not tried again before this moment. */
  readonly retryAt: Date | null;
}

/** An event that can change the state of a dispatch. */
export type Happening =
  | { readonly type: 'composed'; readonly at: Date }
  /** Its composer failed, or there is none for its kind. */
  | { readonly type: 'not-composed'; readonly at: Date }
  /** Its composer waits for something. */
  | { readonly type: 'put-off'; readonly at: Date }
  | { readonly type: 'nothing-to-tell' }
  | { readonly type: 'no-address' }
  /** About to be handed over: must be committed before the first byte leaves. */
  | { readonly type: 'begun' }
  /** The run ended before the mail's turn on a connection came: no byte has left. */
  | { readonly type: 'put-back' }
  | { readonly type: 'answered'; readonly answer: Handover; readonly at: Date }
  /** The process that was handing it over has died or is frozen: its lease has expired. */
  | { readonly type: 'left' }
  | { readonly type: 'bounced' };

export const NEW: DispatchProgress = {
  state: 'due',
  composeFailures: 0,
  attempts: 0,
  unsure: 0,
  composedAt: null,
  retryAt: null,
};

/**
 * A mail that was unsure this many times, since a process died while handing it over, is not handed over again: so it is sent
 * once more, with the same bytes.
 */
export const NOT_AGAIN = 2;

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 30 * MINUTE_MS;
/** A mail that has been refused for the time being for this long is not tried again. */
export const TRIED_FOR_MS = 3 * 24 * 60 * MINUTE_MS;

/** Milliseconds until the next try: one minute, doubled each time, at most half an hour. */
export const pauseAfter = (failures: number): number =>
  Math.min(MINUTE_MS * 2 ** Math.min(failures - 1, 10), LONGEST_PAUSE_MS);

/** The states in which each happening is possible. */
const POSSIBLE: Readonly<Record<Happening['type'], readonly DispatchState[]>> = {
  composed: ['due'],
  'not-composed': ['due'],
  'put-off': ['due'],
  'nothing-to-tell': ['due'],
  'no-address': ['due'],
  begun: ['composed', 'unsure'],
  'put-back': ['handing-over'],
  answered: ['handing-over'],
  left: ['handing-over'],
  bounced: ['accepted', 'unsure'],
};

/** True if it can happen. A mail that was unsure twice is not handed over again. */
export const canHappen = ({ state, unsure }: DispatchProgress, { type }: Pick<Happening, 'type'>): boolean =>
  POSSIBLE[type].includes(state) && !(type === 'begun' && unsure >= NOT_AGAIN);

/**
 * The progress after something has happened.
 * @throws Error when it cannot happen in this state
 */
export function after(before: DispatchProgress, happening: Happening): DispatchProgress {
  if (!canHappen(before, happening))
    throw new Error(`${happening.type} cannot happen to a mail that is ${before.state}`);
  switch (happening.type) {
    case 'composed':
      // What may have been sent before a restore is kept as if it had been, and not handed over (`NOT_AGAIN`).
      return {
        ...before,
        state: before.unsure < NOT_AGAIN ? 'composed' : 'unsure',
        composedAt: happening.at,
        retryAt: null,
      };
    case 'not-composed': {
      const composeFailures = before.composeFailures + 1;
      return { ...before, composeFailures, retryAt: later(happening.at, pauseAfter(composeFailures)) };
    }
    case 'put-off':
      return { ...before, retryAt: later(happening.at, MINUTE_MS) };
    case 'nothing-to-tell':
      return { ...before, state: 'nothing', retryAt: null };
    case 'no-address':
      return { ...before, state: 'no-address', retryAt: null };
    case 'begun':
      return { ...before, state: 'handing-over', attempts: before.attempts + 1, retryAt: null };
    case 'put-back':
      return { ...before, state: before.unsure > 0 ? 'unsure' : 'composed', attempts: before.attempts - 1 };
    case 'answered':
      return answered(before, happening.answer, happening.at);
    case 'left':
      // Time has passed already, so it may go again at once.
      return { ...before, state: 'unsure', unsure: before.unsure + 1, retryAt: null };
    case 'bounced':
      return { ...before, state: 'bounced', retryAt: null };
  }
}

function answered(before: DispatchProgress, answer: Handover, at: Date): DispatchProgress {
  if ('accepted' in answer) return { ...before, state: 'accepted', retryAt: null };
  const retryAt = later(at, pauseAfter(before.attempts));
  if ('unsure' in answer) {
    const unsure = before.unsure + 1;
    return { ...before, state: 'unsure', unsure, retryAt: unsure >= NOT_AGAIN ? null : retryAt };
  }
  const composedAt = before.composedAt ?? at;
  const isTooLate = at.getTime() - composedAt.getTime() >= TRIED_FOR_MS;
  if (answer.refused === 'for-good' || isTooLate) return { ...before, state: 'refused', retryAt: null };
  return { ...before, state: 'composed', retryAt };
}

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
