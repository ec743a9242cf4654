import { Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead, type Answer } from '../../api/reads.js';
import { MAIL_KINDS, MAIL_STATES, type MailState } from '../../parts/mail-words/mail-kinds.js';
import { useMailWords } from '../../parts/mail-words/mail-words.js';
import { AlertLinks } from '../../parts/page-links/alert-links.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { Pages } from '../../parts/pages/pages.js';
import { Answered, Empty, mayRead } from '../../parts/states/states.js';
import { Page } from '../../shell/page.js';
import { MailRow } from './mail-row.js';
import { outboxAddressOf, outboxViewOf, type OutboxView } from './outbox-address.js';
import styles from './outbox.module.css';

const SIZE = 50;
type Outbox = Answer<'/api/mail/outbox'>;

/** Lists mails with their receivers and what became of them, never their content (ADR 0330). */
export function Component() {
  const { t } = useTranslation('outbox');
  const [address, setAddress] = useSearchParams();
  const view = outboxViewOf(address);
  const { page, ...filter } = view;
  const change = (changes: Partial<OutboxView>) => {
    const now = outboxViewOf(new URLSearchParams(window.location.search));
    setAddress(outboxAddressOf({ ...now, page: 1, ...changes }), { replace: changes.page === undefined });
  };
  const query = {
    page,
    size: SIZE,
    ...(filter.state && { state: filter.state }),
    ...(filter.kind && { kind: filter.kind }),
    ...(filter.person && { person: filter.person }),
  };
  const outbox = useRead('/api/mail/outbox', { query }, { keepWhileAsking: true });
  const isFiltered = Object.values(filter).some((it) => it !== undefined);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FollowUpLinks />
      <AlertLinks />
      {mayRead(outbox) && <Filters view={view} counts={outbox.data?.counts} onChange={change} />}
      <Answered of={outbox}>
        {({ items, total, goesOut, hasInboundPath }) => (
          <>
            {!goesOut && <Paragraph className={styles.note}>{t('folder')}</Paragraph>}
            {goesOut && !hasInboundPath && <Paragraph className={styles.note}>{t('noInbound')}</Paragraph>}
            {filter.person && (
              <Paragraph>
                {items[0]?.person.name ? t('ofPerson', { name: items[0].person.name }) : t('ofSomeone')}{' '}
                <Link to="?">{t('everyone')}</Link>
              </Paragraph>
            )}
            {total === 0 ? (
              <Empty title={t('empty.title')}>{t(isFiltered ? 'empty.filtered' : 'empty.detail')}</Empty>
            ) : (
              <>
                <Paragraph data-size="sm">{t('count', { count: total })}</Paragraph>
                <ul className={styles.mails}>
                  {items.map((mail) => (
                    <MailRow key={mail.dispatchId} mail={mail} goesOut={goesOut} />
                  ))}
                </ul>
                <Pages page={page} total={total} size={SIZE} onChange={(next) => change({ page: next })} />
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

interface FiltersProps {
  readonly view: OutboxView;
  readonly counts: Outbox['counts'] | undefined;
  readonly onChange: (changes: Partial<OutboxView>) => void;
}

function Filters({ view: { state, kind }, counts = {}, onChange }: FiltersProps) {
  const { t } = useTranslation('outbox');
  const words = useMailWords();
  return (
    <div className={styles.filters} role="group" aria-label={t('filters.label')}>
      <Field data-size="sm">
        <Label>{t('filters.state')}</Label>
        <Select
          value={state ?? ''}
          onChange={({ target }) => onChange({ state: target.value === '' ? undefined : (target.value as MailState) })}
        >
          <Select.Option value="">{t('filters.allStates')}</Select.Option>
          {MAIL_STATES.filter((it) => it === state || (counts[it] ?? 0) > 0).map((it) => (
            <Select.Option key={it} value={it}>
              {t('filters.withCount', { name: words.nameOfState(it), count: counts[it] ?? 0 })}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field data-size="sm">
        <Label>{t('filters.kind')}</Label>
        <Select
          value={kind ?? ''}
          onChange={({ target }) => onChange({ kind: target.value === '' ? undefined : target.value })}
        >
          <Select.Option value="">{t('filters.allKinds')}</Select.Option>
          {MAIL_KINDS.map((it) => (
            <Select.Option key={it} value={it}>
              {words.kindOf(it)}
            </Select.Option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
