import { Checkbox, Textfield } from '@digdir/designsystemet-react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#meetings/contract/limits';
import { LimitedText } from '../../../parts/limited-text/limited-text.js';
import { answered, api } from '../../../api/client.js';
import type { Answer } from '../../../api/reads.js';
import { useRefetchChanged } from '../../../api/refetch-changed.js';
import { asSeen } from '../../../api/seen-revision.js';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { currentLanguage } from '../../../words/language.js';
import { useSession } from '../../../session/session.js';
import { longDay, timeOfDay } from '../../../words/dates.js';
import { understandTime } from '../../../words/typed/understand-time.js';
import { DateField } from '../../../parts/date-field/date-field.js';
import { FormDialog } from '../../../parts/form-dialog/form-dialog.js';
import { useSeenMeeting } from './use-seen-meeting.js';

type Meeting = Answer<'/api/meetings/{meetingId}'>;

/** Another day or time: moved before the notice, postponed with a reason after it. */
export function OtherDayDialog({ meeting, onDone }: { readonly meeting: Meeting; readonly onDone: () => void }) {
  const { t } = useTranslation(['coming', 'meeting']);
  const { who } = useSession();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { seen, changed, sent } = useSeenMeeting(meeting);
  const language = currentLanguage();
  const postponed = meeting.state !== 'planned';
  const { register, control, handleSubmit, formState } = useForm({
    defaultValues: {
      on: meeting.on,
      startsAt: timeOfDay(meeting.startsAt, language),
      reason: '',
      force: false,
    },
  });
  return (
    <FormDialog
      changed={changed}
      title={t(postponed ? 'otherDay.postponeTitle' : 'otherDay.moveTitle')}
      detail={t(postponed ? 'otherDay.postponeDetail' : 'otherDay.moveDetail')}
      submit={t(postponed ? 'otherDay.postpone' : 'otherDay.move')}
      onClose={onDone}
      onSubmit={() =>
        handleSubmit(async ({ on, startsAt, reason, force }) => {
          const params = { path: { meetingId: meeting.meetingId } };
          const when = { on, startsAt: understandTime(startsAt)!, force };
          const headers = asSeen(seen);
          const why = reason.trim() === '' ? null : reason;
          sent(
            await answered(
              postponed
                ? api.POST('/api/meetings/{meetingId}/postponement', {
                    params,
                    headers,
                    body: { ...when, reason },
                  })
                : api.POST('/api/meetings/{meetingId}/move', {
                    params,
                    headers,
                    body: { ...when, reason: why },
                  }),
            ),
          );
          announce(t('meeting:next.moved', { day: longDay(on, language, who.today) }));
          await refetchChanged('meeting');
          onDone();
        })()
      }
    >
      <Controller
        name="on"
        control={control}
        rules={{ required: true }}
        render={({ field, fieldState }) => (
          <DateField
            label={t('otherDay.day')}
            value={field.value}
            around={{ today: who.today, meetingOn: meeting.on }}
            error={fieldState.invalid ? t('otherDay.dayMissing') : undefined}
            onDay={field.onChange}
          />
        )}
      />
      <Textfield
        label={t('otherDay.time')}
        error={formState.errors.startsAt && t('otherDay.timeWrong')}
        {...register('startsAt', { validate: (text) => understandTime(text) !== null })}
      />
      <LimitedText
        label={t(postponed ? 'reason' : 'otherDay.reasonMaybe')}
        most={LONGEST.reason}
        error={formState.errors.reason && t('reasonMissing')}
        {...register('reason', { validate: (text) => !postponed || text.trim() !== '' })}
      />
      <Checkbox label={t('otherDay.force')} {...register('force')} />
    </FormDialog>
  );
}
