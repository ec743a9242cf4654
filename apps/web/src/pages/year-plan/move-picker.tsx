import { useTranslation } from 'react-i18next';
import { useSeen } from '../../api/seen-revision.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { currentLanguage } from '../../words/language.js';
import { longDay, timeOfDay } from '../../words/dates.js';
import { DayPicker } from './day-picker.js';
import type { Decided, DayAndTime } from './plan.js';
import type { SeenMeeting } from './use-year-plan.js';

interface MovePickerProps {
  readonly unitId: string;
  readonly month: string;
  readonly meeting: Decided;
  readonly today: string;
  readonly busy: boolean;
  readonly onMove: (meeting: SeenMeeting, when: DayAndTime) => void;
}

/** Another day for a decided meeting; says where somebody else has moved it while one was choosing. */
export function MovePicker({ unitId, month, meeting, today, busy, onMove }: MovePickerProps) {
  const { t } = useTranslation('year-plan');
  const language = currentLanguage();
  const { meetingId } = meeting;
  const of = useSeen(meetingId, meeting);
  const fields = [
    [t('picker.day'), ({ on }: Decided) => longDay(on, language)],
    [t('rule.hour'), ({ startsAt }: Decided) => timeOfDay(startsAt, language)],
    [t('grid.meeting'), ({ state }: Decided) => t(`meetingState.${state}`)],
  ] as const;
  return (
    <>
      <ChangedMeanwhile of={of} fields={fields} />
      <DayPicker
        {...{ unitId, month, today, busy, meetingId }}
        now={{ on: meeting.on, startsAt: meeting.startsAt }}
        onChoose={(when) => onMove({ meetingId, revision: of.seen.revision }, when)}
      >
        {t('panel.move')}
      </DayPicker>
    </>
  );
}
