import { Textfield } from '@digdir/designsystemet-react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRefresh } from '../../../api/reads.js';
import { useAnnounce } from '../../../frame/announcer.js';
import { FormDialog } from './form-dialog.js';

interface ReasonDialogProps {
  readonly title: string;
  readonly detail: string;
  readonly submit: string;
  /** Announced when it is done. */
  readonly done: string;
  readonly send: (reason: string) => Promise<unknown>;
  readonly onDone: () => void;
}

/** Something done about a meeting that needs a reason and nothing else. */
export function ReasonDialog({ title, detail, submit, done, send, onDone }: ReasonDialogProps) {
  const { t } = useTranslation('coming');
  const announce = useAnnounce();
  const refresh = useRefresh();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { reason: '' } });
  return (
    <FormDialog
      danger
      title={title}
      detail={detail}
      submit={submit}
      onClose={onDone}
      onSubmit={() =>
        handleSubmit(async ({ reason }) => {
          await send(reason);
          announce(done);
          await refresh('/api/meetings');
          onDone();
        })()
      }
    >
      <Textfield
        label={t('reason')}
        maxLength={500}
        error={formState.errors.reason && t('reasonMissing')}
        {...register('reason', { required: true, validate: (text) => text.trim() !== '' })}
      />
    </FormDialog>
  );
}
