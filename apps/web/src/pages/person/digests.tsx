import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.js';
import { useRead, type Answer } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { Section } from '../../parts/section/section.js';
import { Answered, ProblemShown } from '../../parts/states/states.js';
import { useSession } from '../../session/session.js';
import { instantInWords, longDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import type { Person } from './person.js';
import styles from './person.module.css';

type Digest = Answer<'/api/people/{personId}/digests'>['items'][number];

/** Weeks that are listed: an older digest is seldom asked for. */
const SHOWN = 5;

/** The person's latest weekly digests, without their content, for whoever looks after mail. */
export function Digests({ person }: { readonly person: Person }) {
  const { t } = useTranslation('person');
  const { personId } = person;
  const digests = useRead('/api/people/{personId}/digests', { path: { personId }, query: { size: SHOWN } });
  if (digests.data?.total === 0) return null;
  return (
    <Section id="digests" title={t('digests.title')} lead={t('digests.lead')}>
      <Answered of={digests}>
        {({ items }) => (
          <ul className={styles.digests}>
            {items.map((digest) => (
              <OneDigest key={digest.week} digest={digest} person={person} />
            ))}
          </ul>
        )}
      </Answered>
      {!person.email && <Paragraph data-size="sm">{t('digests.noAddress')}</Paragraph>}
    </Section>
  );
}

/** `2026-W47` */
const numberIn = (week: string): number => Number(week.slice(6));

function OneDigest({ digest, person }: { readonly digest: Digest; readonly person: Person }) {
  const { t } = useTranslation('person');
  const { who } = useSession();
  const language = currentLanguage();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { week, on, delivery, resentOn } = digest;
  const { personId } = person;
  const [asked, setAsked] = useState(false);
  const sending = useSending({
    mutationFn: () =>
      answered(api.POST('/api/people/{personId}/digests/{week}/resend', { params: { path: { personId, week } } })),
    onSuccess: async () => {
      await refetchChanged('digest');
      setAsked(true);
      announce(t('digests.asked'));
    },
  });
  const state =
    delivery === null
      ? t('digests.unknown', { day: longDay(on, language, who.today) })
      : t(`digests.${delivery.state}`, { moment: instantInWords(delivery.at, language, who.today) });
  const name = t('digests.week', { week: numberIn(week), year: week.slice(0, 4) });
  return (
    <li>
      <div className={styles.digest}>
        <div>
          <strong>{name}</strong>
          <div className={styles.quiet}>
            {state}
            {resentOn.length > 0 && ` ${t('digests.resent', { count: resentOn.length })}`}
          </div>
        </div>
        {person.email && (
          <Button
            variant="secondary"
            data-size="sm"
            aria-busy={sending.isPending}
            aria-label={t('digests.againOf', { name })}
            onClick={() => sending.mutate()}
          >
            {t('digests.again')}
          </Button>
        )}
      </div>
      {asked && !sending.error && <Paragraph data-size="sm">{t('digests.asked')}</Paragraph>}
      {sending.error && <ProblemShown problem={sending.error} />}
      {delivery?.state === 'undelivered' && (
        <Paragraph data-size="sm">
          <Link to="/oppfolging/varsler/ikke-nadd">{t('digests.undeliveredWhy')}</Link>
        </Paragraph>
      )}
    </li>
  );
}
