import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#meetings/contract/limits';
import type { Answer } from '../../../api/reads.js';
import { useRefetchChanged } from '../../../api/refetch-changed.js';
import { asSeen } from '../../../api/seen-revision.js';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { LimitedText } from '../../../parts/limited-text/limited-text.js';
import { FormDialog } from '../../../parts/form-dialog/form-dialog.js';
import { useSeenMeeting } from './use-seen-meeting.js';

interface ReasonDialogProps {
  readonly meeting: Answer<'/api/meetings/{meetingId}'>;
  readonly title: string;
  readonly detail: string;
  readonly submit: string;
  /** Announced when it is done. */
  readonly done: string;
  readonly send: (reason: string, headers: ReturnType<typeof asSeen>) => Promise<{ readonly revision: string }>;
  readonly onDone: () => void;
}

/** Something done about a meeting that needs a reason and nothing else. */
export function ReasonDialog({ meeting, title, detail, submit, done, send, onDone }: ReasonDialogProps) {
  const { t } = useTranslation('coming');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { seen, changed, sent } = useSeenMeeting(meeting);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { reason: '' } });
  return (
    <FormDialog
      changed={changed}
      danger
      title={title}
      detail={detail}
      submit={submit}
      onClose={onDone}
      onSubmit={() =>
        handleSubmit(async ({ reason }) => {
          sent(await send(reason, asSeen(seen)));
          announce(done);
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
