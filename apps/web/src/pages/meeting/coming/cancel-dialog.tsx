import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#meetings/contract/limits';
import { LimitedText } from '../../../parts/limited-text/limited-text.js';
import { answered, api } from '../../../api/client.js';
import type { Answer } from '../../../api/reads.js';
import { useRefetchChanged } from '../../../api/refetch-changed.js';
import { asSeen } from '../../../api/seen-revision.js';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { FormDialog } from '../../../parts/form-dialog/form-dialog.js';
import { useSeenMeeting } from './use-seen-meeting.js';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** Cancels a meeting; those called are told the reason. */
export function CancelDialog({ meeting, onDone }: { readonly meeting: Meeting; readonly onDone: () => void }) {
  const { t } = useTranslation('coming');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { seen, changed, sent } = useSeenMeeting(meeting);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { reason: '' } });
  return (
    <FormDialog
      changed={changed}
      danger
      title={t('cancel.title')}
      detail={t('cancel.detail')}
      submit={t('cancel.do')}
      onClose={onDone}
      onSubmit={() =>
        handleSubmit(async ({ reason }) => {
          const params = { path: { meetingId: meeting.meetingId } };
          sent(
            await answered(
              api.POST('/api/meetings/{meetingId}/cancellation', { params, headers: asSeen(seen), body: { reason } }),
            ),
          );
          announce(t('cancel.done'));
          await refetchChanged('meeting');
          onDone();
        })()
      }
    >
      <LimitedText
        label={t('reason')}
        most={LONGEST.reason}
        error={formState.errors.reason && t('reasonMissing')}
        {...register('reason', { required: true, validate: (text) => text.trim() !== '' })}
      />
    </FormDialog>
  );
}
