import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#meetings/contract/limits';
import { answered, api } from '../../../api/client.js';
import type { Answer } from '../../../api/reads.js';
import { useRefetchChanged } from '../../../api/refetch-changed.js';
import { asSeen } from '../../../api/seen-revision.js';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { LimitedText } from '../../../parts/limited-text/limited-text.js';
import { FormDialog } from '../../../parts/form-dialog/form-dialog.js';
import { useSeenMeeting } from './use-seen-meeting.js';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** Sends the notice to the participants, with the agenda. */
export function NoticeDialog({ meeting, onDone }: { readonly meeting: Meeting; readonly onDone: () => void }) {
  const { t } = useTranslation('coming');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { seen, changed, sent } = useSeenMeeting(meeting);
  const { register, getValues } = useForm({ defaultValues: { agenda: meeting.agenda ?? '' } });
  return (
    <FormDialog
      changed={changed}
      title={t('notice.title')}
      detail={t('notice.to', { count: meeting.standing.length })}
      submit={t('notice.send')}
      onClose={onDone}
      onSubmit={async () => {
        const agenda = getValues('agenda').trim();
        sent(
          await answered(
            api.POST('/api/meetings/{meetingId}/notice', {
              params: { path: { meetingId: meeting.meetingId } },
              headers: asSeen(seen),
              body: { agenda: agenda === '' ? null : agenda },
            }),
          ),
        );
        announce(t('notice.sent'));
        await refetchChanged('meeting');
        onDone();
      }}
    >
      <LimitedText multiline rows={5} label={t('notice.agenda')} most={LONGEST.agenda} {...register('agenda')} />
    </FormDialog>
  );
}
