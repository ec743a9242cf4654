import { Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '../../../api/problem.js';
import { useRead } from '../../../api/reads.js';
import { Answered, ProblemShown } from '../../../parts/states/states.js';
import { useMay, useSession } from '../../../session/session.js';
import { Page } from '../../../shell/page.js';
import { schoolYearOf } from '../../../words/school-years.js';
import type { Definition } from '../figures.js';
import { schoolYear } from '../periods.js';
import { useFigureWords } from '../use-figure-words.js';
import { Choices } from './choices.js';
import { addressOf, type Chosen } from './chosen.js';
import { Preview } from './preview.js';
import styles from './publish.module.css';

/** School years, with their autumns, that can be published. */
const YEARS = 4;
/** The figures that are proposed: the ones that the council asks about. */
const PROPOSED: readonly Chosen[] = [2, 7, 12, 13, 22].map((indicator) => ({ indicator, by: null }));

/** Freezes figures of a period for everybody, after showing what will be seen and what is hidden. */
export function Component() {
  const { t } = useTranslation('publish');
  const mayPublish = useMay('statistics.publish');
  // read whether or not it is shown: the page's HTML has already asked for it
  const catalogue = useRead('/api/statistics');
  return (
    <Page title={t('title')} lead={t('lead')}>
      {mayPublish ? (
        <Answered of={catalogue}>{({ indicators }) => <Publishing definitions={indicators} />}</Answered>
      ) : (
        <ProblemShown problem={new Problem(403, 'forbidden', '', '')} />
      )}
    </Page>
  );
}

function Publishing({ definitions }: { readonly definitions: readonly Definition[] }) {
  const { t } = useTranslation('publish');
  const { who } = useSession();
  const words = useFigureWords();
  const periods = finishedPeriods(who.today);
  const [period, setPeriod] = useState(periods[0]!);
  const [chosen, setChosen] = useState(PROPOSED);
  return (
    <div className={styles.page}>
      <Field data-size="sm" className={styles.period}>
        <Label>{t('period')}</Label>
        <Select value={period} onChange={({ target }) => setPeriod(target.value)}>
          {periods.map((it) => (
            <Select.Option key={it} value={it}>
              {words.period(it)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Choices definitions={definitions} chosen={chosen} onChange={setChosen} />
      {chosen.length === 0 ? (
        <Paragraph>{t('chooseOne')}</Paragraph>
      ) : (
        <Preview
          key={`${period} ${addressOf(chosen)}`}
          period={period}
          chosen={chosen}
          definitions={definitions}
          municipality={who.municipality.number}
        />
      )}
      <Paragraph>
        <Link to={`/publisert/${who.municipality.number}`} reloadDocument>
          {t('published')}
        </Link>
      </Paragraph>
    </div>
  );
}

/** Periods that are over: the latest school years, each after its autumn; the latest first. */
function finishedPeriods(today: string): readonly string[] {
  const now = schoolYearOf(today);
  return [
    ...(today > `${now}-12-31` ? [`${now}H2`] : []),
    ...Array.from({ length: YEARS }, (_, i) => [schoolYear(now - 1 - i), `${now - 1 - i}H2`]).flat(),
  ];
}
