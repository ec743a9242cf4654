import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { Link } from 'react-router';
import { Section } from '../../parts/section/section.js';
import { stateOf, useAllUnits } from '../../parts/unit-link/all-units.js';
import { useSession } from '../../session/session.js';
import { currentLanguage } from '../../words/language.js';
import { deadlineAfterWednesday, type Group, type Settings, type Values } from './groups.js';
import styles from './rules.module.css';

interface RuleEffectProps {
  readonly group: Group;
  /** As they stand in the form. */
  readonly values: Values;
  readonly settings: Settings;
}

/** Effects of the page's settings, with the values in the form. */
export function RuleEffect(props: RuleEffectProps) {
  const { t } = useTranslation('rules');
  return (
    <Section id="effect" title={t('effect')}>
      <div className={styles.effect}>
        <Effect {...props} />
      </div>
    </Section>
  );
}

function Effect({ group, values, settings }: RuleEffectProps) {
  const { t } = useTranslation('rules');
  switch (group) {
    case 'moter':
      return <MeetingUnits />;
    case 'frister': {
      const { weekday, weeks } = deadlineAfterWednesday(values.filing as number);
      const ownSteps = settings.ladder?.['protocol-late'] && settings.ladder['meeting-unconfirmed'];
      return (
        <>
          <Paragraph>
            {t('effects.filing', { weekday: t(`weekdays.${weekday as 1}`), when: t('weeksAfter', { count: weeks }) })}
          </Paragraph>
          <Paragraph>{t('effects.deadlines')}</Paragraph>
          <Paragraph>
            {t(ownSteps ? 'effects.ownSteps' : 'effects.steps')}{' '}
            <Link to="/oppfolging/varsler/trinn">{t('effects.toSteps')}</Link>
          </Paragraph>
        </>
      );
    }
    case 'tiltak':
      return <Paragraph>{t('effects.actions')}</Paragraph>;
    case 'barn':
      return <SmallUnits below={values.smallUnit as number} />;
    case 'e-post':
      return (
        <>
          <Paragraph>{t('effects.mail')}</Paragraph>
          <Paragraph>
            <Link to="/oppfolging/varsler/trinn">{t('effects.toAnswers')}</Link>
          </Paragraph>
        </>
      );
  }
}

function MeetingUnits() {
  const { t } = useTranslation('rules');
  const { who } = useSession();
  const { data: units = [] } = useAllUnits();
  const obliged = units.filter((unit) => ['meets', 'guest'].includes(stateOf(unit, who.today)));
  const schools = obliged.filter(({ kind }) => kind === 'school').length;
  return (
    <>
      <Paragraph>{t('effects.obliged', { schools, kindergartens: obliged.length - schools })}</Paragraph>
      <Paragraph>{t('effects.months')}</Paragraph>
    </>
  );
}

const NAMED = 10;

function SmallUnits({ below }: { readonly below: number }) {
  const { t } = useTranslation('rules');
  const { who } = useSession();
  const { data: units = [] } = useAllUnits();
  const open = units.filter((unit) => stateOf(unit, who.today) !== 'closed');
  const small = open.filter(({ children }) => children !== null && children < below);
  const unknown = open.filter(({ children }) => children === null).length;
  const names = small.slice(0, NAMED).map(({ name }) => name);
  return (
    <>
      <Paragraph>
        {t('effects.small', { count: small.length })}
        {small.length > 0 && `: ${listed(names, currentLanguage())}`}
        {small.length > NAMED && ` ${t('effects.more', { count: small.length - NAMED })}`}.
      </Paragraph>
      {unknown > 0 && <Paragraph>{t('effects.unknown', { count: unknown })}</Paragraph>}
      <Paragraph>{t('effects.ages')}</Paragraph>
    </>
  );
}
