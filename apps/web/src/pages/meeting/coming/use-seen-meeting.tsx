import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/reads.js';
import { rememberOwnChange } from '../../../api/own-changes.js';
import { useSeen } from '../../../api/seen-revision.js';
import { currentLanguage } from '../../../words/language.js';
import { useSession } from '../../../session/session.js';
import { ChangedMeanwhile } from '../../../parts/changed-meanwhile/changed-meanwhile.js';
import { longDay, timeOfDay } from '../../../words/dates.js';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** The meeting as the user has seen it, and later changes by others. */
export function useSeenMeeting(meeting: Meeting): {
  readonly seen: Meeting;
  readonly changed: ReactNode;
  /** Reports the answer to the user's own change, so that it does not count as others'. */
  readonly sent: (answer: { readonly revision: string }) => void;
} {
  const { t } = useTranslation('coming');
  const { who } = useSession();
  const language = currentLanguage();
  const of = useSeen(meeting.meetingId, meeting);
  const fields = [
    [t('otherDay.day'), ({ on }: Meeting) => longDay(on, language, who.today)],
    [t('otherDay.time'), ({ startsAt }: Meeting) => timeOfDay(startsAt, language)],
    [t('meanwhile.place'), ({ place }: Meeting) => place ?? ''],
    [t('notice.agenda'), ({ agenda }: Meeting) => agenda ?? ''],
    [t('meanwhile.state'), ({ state }: Meeting) => t(`state.${state}`)],
  ] as const;
  const sent = ({ revision }: { readonly revision: string }) =>
    rememberOwnChange(meeting.meetingId, of.seen.revision, revision);
  return { seen: of.seen, sent, changed: of.isChanged && <ChangedMeanwhile of={of} fields={fields} /> };
}
