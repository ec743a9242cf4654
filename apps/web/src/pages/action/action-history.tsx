import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../api/reads.js';
import type { Action } from '../../parts/action-answers/answers.js';
import { Timeline, type TimelineItem } from '../../parts/timeline/timeline.js';

/** History of the action, latest first, since users look for the current state. */
export function ActionHistory({
  timeline: { items, total },
  action,
}: {
  readonly timeline: Answer<'/api/actions/{actionId}/timeline'>;
  readonly action: Action;
}) {
  const { t } = useTranslation('action');
  const happenings = items
    .map(({ revision, on, text, by, note, meetingId }): TimelineItem => ({
      key: revision,
      on,
      what: text,
      by: by?.name ?? null,
      note,
      ...(meetingId && { where: <Link to={`/moter/${meetingId}`}>{t('theMeeting')}</Link> }),
    }))
    .reverse();
  return (
    <>
      {total > items.length && <Paragraph>{t('firstOnly', { shown: items.length, total })}</Paragraph>}
      <Timeline label={t('historyOf', { text: action.text })} happenings={happenings} />
    </>
  );
}
