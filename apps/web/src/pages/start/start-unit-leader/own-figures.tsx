import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { KeyFigures } from '../../../parts/key-figures/key-figures.js';
import { Section } from '../../../parts/section/section.js';

/** Months met, protocols in time, follow-up in time and actions over due: what a leader can do something about. */
const OF_A_UNIT = [2, 7, 13, 19];

/** The unit's main figures this school year, and the way to all of them. */
export function OwnFigures({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation('start-unit-leader');
  return (
    <Section id={`figures-${unitId}`} level={3} title={t('figures.title')}>
      <KeyFigures indicators={OF_A_UNIT} of={{ unit: unitId }} />
      <div>
        <Link to={`/statistikk?enhet=${unitId}`}>{t('figures.all')}</Link>
      </div>
    </Section>
  );
}
