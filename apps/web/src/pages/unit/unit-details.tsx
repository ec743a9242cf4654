import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { useSession } from '../../session/session.js';
import { fullDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { DetailsDialog } from './details-dialog.js';
import { HostDialog } from './host-dialog.js';
import { useHostWords } from './host-words.js';
import { ObligationDialog } from './obligation-dialog.js';
import { UnitSection } from './unit-section.js';
import styles from './unit.module.css';

/** The registry's details of a unit, for those who look after it, and the forms that change them. */
export function UnitDetailsShown({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation('unit');
  const { who } = useSession();
  const [question, setQuestion] = useState<'details' | 'obligation' | 'host' | null>(null);
  const { data: unit } = useRead('/api/units/{unitId}', { path: { unitId } });
  const { inWords } = useHostWords(unit !== undefined && unit.hosts.length > 0);
  if (!unit) return null;
  const day = (it: string) => fullDay(it, currentLanguage());
  const fromToday = <T extends { readonly from: string }>(entries: readonly T[]): readonly T[] => {
    const holding = entries.findLast(({ from }) => from <= who.today);
    return [...(holding ? [holding] : []), ...entries.filter(({ from }) => from > who.today)];
  };
  const onDone = () => setQuestion(null);
  return (
    <UnitSection title={t('details.title')}>
      <Paragraph>{t('details.number', { number: unit.unitId })}</Paragraph>
      <ul className={styles.plain}>
        {fromToday(unit.obligations).map(({ from, obliged, reason }) => (
          <li key={from}>
            {t(obliged ? 'details.obliged' : 'details.exempt', { day: day(from) })}
            {reason && <span className={styles.quiet}> {reason}</span>}
          </li>
        ))}
        {fromToday(unit.hosts).map((host) => (
          <li key={`host ${host.from}`}>{inWords(host)}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button variant="secondary" data-size="sm" onClick={() => setQuestion('details')}>
          {t('details.change')}
        </Button>
        <Button variant="secondary" data-size="sm" onClick={() => setQuestion('obligation')}>
          {t('details.changeObligation')}
        </Button>
        <Button variant="secondary" data-size="sm" onClick={() => setQuestion('host')}>
          {t('host.change')}
        </Button>
      </div>
      {question === 'details' && <DetailsDialog unit={unit} onDone={onDone} />}
      {question === 'obligation' && <ObligationDialog unit={unit} onDone={onDone} />}
      {question === 'host' && <HostDialog unit={unit} onDone={onDone} />}
    </UnitSection>
  );
}
