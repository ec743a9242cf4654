import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead, type Answer } from '../../api/reads.js';
import { AlertLinks } from '../../parts/page-links/alert-links.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { Answered } from '../../parts/states/states.js';
import { useMay, useSession } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import { instantInWords } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { AnswersByLink } from './answers-by-link.js';
import { LadderForm } from './ladder-form.js';
import { StepsShown } from './steps-shown.js';
import styles from './ladder.module.css';

type Ladder = Answer<'/api/municipality/ladder'>;

/** The steps of alerts: the coordinator changes them, and sees beforehand whom that would tell (R5, R21). */
export function Component() {
  const { t } = useTranslation('ladder');
  const mayChange = useMay('registry.manage');
  const ladder = useRead('/api/municipality/ladder');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FollowUpLinks />
      <AlertLinks />
      <Answered of={ladder}>
        {(known) => (
          <>
            <LastChange ladder={known} />
            {mayChange ? <LadderForm ladder={known} /> : <StepsShown kinds={known.kinds} />}
          </>
        )}
      </Answered>
      <AnswersByLink />
    </Page>
  );
}

function LastChange({ ladder: { changed } }: { readonly ladder: Ladder }) {
  const { t } = useTranslation('ladder');
  const { who } = useSession();
  const when = changed && instantInWords(changed.at, currentLanguage(), who.today);
  return (
    <Paragraph className={styles.changed}>
      {when
        ? t(changed.by ? 'changedBy' : 'changed', { when, name: changed.by?.name ?? t('unnamed') })
        : t('neverChanged')}{' '}
      {t('holdsFrom')}
    </Paragraph>
  );
}
