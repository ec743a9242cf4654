import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.js';
import { useRead } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { Section } from '../../parts/section/section.js';
import { Answered, ProblemShown } from '../../parts/states/states.js';
import { useMay } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import styles from './settings.module.css';

const OF_MUNICIPALITY = [
  ['getStarted', '/kom-i-gang'],
  ['municipality', '/innstillinger/kommunen'],
  ['meetings', '/innstillinger/regler/moter'],
  ['deadlines', '/innstillinger/regler/frister'],
  ['actions', '/innstillinger/regler/tiltak'],
  ['children', '/innstillinger/regler/barn'],
  ['mail', '/innstillinger/regler/e-post'],
  ['ladder', '/oppfolging/varsler/trinn'],
  ['calendar', '/skolerute'],
] as const;

/** Every setting with the page on which it is changed: the user's own, and those of the municipality. */
export function Component() {
  const { t } = useTranslation('settings');
  const mayManage = useMay('registry.manage');
  const getsMail = useMay('mail.receive');
  return (
    <Page title={t('title')}>
      <div className={styles.page}>
        {mayManage && (
          <Section id="of-municipality" title={t('ofMunicipality')} lead={t('ofMunicipalityLead')}>
            <LookedAt />
            <ul className={styles.places}>
              {OF_MUNICIPALITY.map(([key, to]) => (
                <Place key={key} to={to} title={t(`places.${key}.title`)} detail={t(`places.${key}.detail`)} />
              ))}
            </ul>
          </Section>
        )}
        <Section id="own" title={t('own')}>
          <ul className={styles.places}>
            {getsMail && (
              <Place
                to="/innstillinger/varsler"
                title={t('places.preferences.title')}
                detail={t('places.preferences.detail')}
              />
            )}
            <Place
              to="/innstillinger/innlogginger"
              title={t('places.sessions.title')}
              detail={t('places.sessions.detail')}
            />
          </ul>
          <Paragraph className={styles.quiet}>{t('inMenu')}</Paragraph>
        </Section>
      </div>
    </Page>
  );
}

interface PlaceProps {
  readonly to: string;
  readonly title: string;
  readonly detail: string;
}

const Place = ({ to, title, detail }: PlaceProps) => (
  <li>
    <Link to={to}>{title}</Link>
    <span className={styles.quiet}>{detail}</span>
  </li>
);

/** Asks the coordinator of a new municipality whether the settings suit it; nothing once that is answered. */
function LookedAt() {
  const { t } = useTranslation('settings');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const municipality = useRead('/api/municipality');
  const confirm = useSending({
    mutationFn: async () => {
      await answered(api.PUT('/api/municipality/confirmed-setup', { body: { step: 'settings' } }));
      await refetchChanged('municipality');
      announce(t('lookedAt.done'));
    },
  });
  return (
    <Answered of={municipality}>
      {({ confirmed }) =>
        !confirmed.includes('settings') && (
          <div className={styles.ask}>
            <Paragraph>{t('lookedAt.ask')}</Paragraph>
            <Button variant="secondary" data-size="sm" aria-busy={confirm.isPending} onClick={() => confirm.mutate()}>
              {t('lookedAt.confirm')}
            </Button>
            {confirm.error && <ProblemShown problem={confirm.error} />}
          </div>
        )
      }
    </Answered>
  );
}
