import type { Answer } from '../../api/reads.js';

/** A month of a unit, as on its page and the board. */
export type StripMonth = Answer<'/api/units/{unitId}/overview'>['months'][number];

type MeetingState = StripMonth['meetings'][number]['state'];
/** Precedence of the meeting that a month links to: held before planned, never a cancelled one. */
const FIRST: readonly MeetingState[] = ['held', 'lost', 'filed', 'called', 'planned', 'postponed'];

const chosen = ({ meetings }: Pick<StripMonth, 'meetings'>) =>
  meetings
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((a, b) => FIRST.indexOf(a.state) - FIRST.indexOf(b.state) || (a.on < b.on ? -1 : 1))[0];

/** The meeting that a month links to; undefined for none. */
export const meetingOf = (cell: Pick<StripMonth, 'meetings'>): string | undefined => chosen(cell)?.meetingId;

/** The day of that meeting. */
export const dayToShow = (cell: Pick<StripMonth, 'meetings'>): string | undefined => chosen(cell)?.on;
