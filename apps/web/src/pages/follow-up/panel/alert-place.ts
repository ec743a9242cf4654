import type { Answer } from '../../../api/reads.js';
import { meetingOf } from '../../../parts/month-strip/strip-meeting.js';
import type { MonthCell } from '../board/board.js';

export type UnitAlert = Answer<'/api/follow-up'>['items'][number]['matters'][number];

/**
 * Page with all of an alert. A missing month leads to the meeting that was planned in it and that nobody has confirmed;
 * it has no page if there is none.
 */
export function placeOf(
  { kind, subjectId, month }: Pick<UnitAlert, 'kind' | 'subjectId' | 'month'>,
  months: readonly Pick<MonthCell, 'month' | 'meetings'>[],
): string | undefined {
  if (kind === 'month-missing') {
    const cell = months.find((it) => it.month === month);
    const meetingId = cell && meetingOf(cell);
    return meetingId === undefined ? undefined : `/moter/${meetingId}`;
  }
  return kind === 'protocol-late' || kind === 'meeting-unconfirmed' ? `/moter/${subjectId}` : `/tiltak/${subjectId}`;
}
