import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead, type Answer } from '../../api/reads.js';
import { useMailWords } from '../../parts/mail-words/mail-words.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { PersonLink } from '../../parts/person-link/person-link.js';
import { Answered } from '../../parts/states/states.js';
import { Page } from '../../shell/page.js';
import styles from './sent-mail.module.css';

type Mail = Answer<'/api/mail/outbox/{dispatchId}'>;

/** One mail: what became of it, and its text if it went to the user (ADR 0330). */
export function Component() {
  const { t } = useTranslation('sent-mail');
  const { dispatchId = '' } = useParams();
  const mail = useRead('/api/mail/outbox/{dispatchId}', { path: { dispatchId } });
  return (
    <Page title={t('title')}>
      <FollowUpLinks />
      <Paragraph>
        <Link to="/oppfolging/varsler/e-post">{t('back')}</Link>
      </Paragraph>
      <Answered of={mail}>
        {(known) => (
          <>
            <Facts mail={known} />
            {known.kind.startsWith('digest') && (
              <Paragraph>
                <Link to={`/personer/${known.person.personId}#digests`}>{t('digestAgain')}</Link>
              </Paragraph>
            )}
            <Content mail={known} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Facts({ mail }: { readonly mail: Mail }) {
  const { t } = useTranslation('sent-mail');
  const { kindOf, stateOf, when } = useMailWords();
  const { person, kind, dueAt, stateAt, acceptedAt, attempts } = mail;
  const facts = [
    ['to', person.name === null ? t('unnamed') : <PersonLink personId={person.personId} name={person.name} />],
    ['kind', kindOf(kind)],
    ['state', stateOf(mail, mail.goesOut)],
    ['due', when(dueAt)],
    ['since', when(stateAt)],
    ...(acceptedAt === null ? [] : ([['accepted', when(acceptedAt)]] as const)),
    ...(attempts === 0 ? [] : ([['attempts', attempts]] as const)),
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Content({ mail: { dispatchId, content, isOwn } }: { readonly mail: Mail }) {
  const { t } = useTranslation('sent-mail');
  if (!content)
    return (
      <section aria-labelledby="content">
        <Heading level={2} data-size="2xs" id="content">
          {t(isOwn ? 'goneTitle' : 'otherTitle')}
        </Heading>
        <Paragraph className={styles.words}>{t(isOwn ? 'gone' : 'other')}</Paragraph>
      </section>
    );
  return (
    <section aria-labelledby="content">
      <Heading level={2} data-size="2xs" id="content">
        {t('content')}
      </Heading>
      <dl className={styles.facts}>
        {(
          [
            ['subject', content.subject],
            ['from', content.from],
            ['address', content.to.join(', ')],
          ] as const
        ).map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <pre className={styles.text}>{content.text}</pre>
      <Button asChild variant="secondary" data-size="sm">
        <a href={`/api/mail/outbox/${dispatchId}/mail.eml`} download>
          {t('file')}
        </a>
      </Button>
    </section>
  );
}
