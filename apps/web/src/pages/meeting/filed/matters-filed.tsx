import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { FiledProtocol } from './filed-protocol.js';
import styles from './filed.module.css';

type Matter = FiledProtocol['protocol']['matters'][number];

/** Matters of the meeting: a heading and its codes, or codes alone. */
export function MattersFiled({ matters }: { readonly matters: readonly Matter[] }) {
  const { t } = useTranslation('meeting');
  if (matters.length === 0) return null;
  const codes = (matter: Matter) =>
    [
      matter.kind === 'system' ? t(`codes.topic.${matter.topic}`) : t(`codes.ageBand.${matter.ageBand}`),
      matter.kind === 'anonymous' && t(`codes.setting.${matter.setting}`),
      matter.cause && t(`codes.cause.${matter.cause}`),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      <Heading level={2} data-size="2xs">
        {t('section.matters')}
      </Heading>
      <ol className={styles.matters}>
        {matters.map((matter) => (
          <li key={matter.matterId}>
            {matter.kind === 'system'
              ? matter.heading
              : t('matter.anonymous', { topic: t(`codes.topic.${matter.topic}`) })}
            <small>{codes(matter)}</small>
          </li>
        ))}
      </ol>
    </>
  );
}
