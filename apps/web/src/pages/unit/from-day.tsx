import { useTranslation } from 'react-i18next';
import { DateField } from '../../parts/date-field/date-field.js';
import { useSession } from '../../session/session.js';
import type { Day } from '../../words/dates.js';

interface FromDayProps {
  readonly value: Day | null;
  /** True once the form was sent: a missing day is then a fault. */
  readonly tried: boolean;
  readonly onDay: (day: Day | null) => void;
}

/** The first day on which a change of a unit holds. */
export function FromDay({ value, tried, onDay }: FromDayProps) {
  const { t } = useTranslation('unit');
  const { who } = useSession();
  return (
    <DateField
      label={t('obligation.from')}
      value={value}
      around={{ today: who.today, prefer: 'nearest' }}
      error={tried && value === null ? t('obligation.fromMissing') : undefined}
      onDay={onDay}
    />
  );
}
