import { Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/reads.js';
import { Answered } from '../../../parts/states/states.js';
import { compare, type Change } from './compare.js';
import styles from './filed.module.css';
import type { FiledProtocol } from './filed-protocol.js';
import { useVersionInWords } from './version-in-words.js';

/** Changes of a correction in words, on demand. */
export function VersionChanges({ meetingId, version }: { readonly meetingId: string; readonly version: number }) {
  const { t } = useTranslation('filed');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('compare.open', { before: version - 1 })}</summary>
      {isOpen && <BothVersions meetingId={meetingId} version={version} />}
    </details>
  );
}

function BothVersions({ meetingId, version }: { readonly meetingId: string; readonly version: number }) {
  const of = (which: number) => ({ path: { meetingId }, query: { version: which } });
  const before = useRead('/api/meetings/{meetingId}/protocol', of(version - 1));
  const after = useRead('/api/meetings/{meetingId}/protocol', of(version));
  return (
    <Answered of={before}>
      {(was) => <Answered of={after}>{(is) => <Changes before={was} after={is} />}</Answered>}
    </Answered>
  );
}

function Changes({ before, after }: { readonly before: FiledProtocol; readonly after: FiledProtocol }) {
  const { t } = useTranslation('filed');
  const changes = compare(useVersionInWords(before), useVersionInWords(after));
  if (changes.length === 0) return <Paragraph>{t('compare.same')}</Paragraph>;
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={change.statement.key}>
          <strong>{[change.statement.part, change.statement.title].filter(Boolean).join(': ')}</strong>
          <ChangeInWords change={change} />
        </li>
      ))}
    </ul>
  );
}

function ChangeInWords({ change }: { readonly change: Change }) {
  const { t } = useTranslation('filed');
  const nothing = t('compare.nothing');
  if (change.what !== 'changed')
    return (
      <p>
        {t(`compare.${change.what}`)}
        {change.what === 'added' &&
          ` ${change.statement.fields.map(([name, value]) => `${name}: ${value}`).join(' · ')}`}
      </p>
    );
  return change.fields.map(({ name, before, after }) => (
    <p key={name}>
      {name}: <del>{before || nothing}</del> {t('compare.became')} <ins>{after || nothing}</ins>
    </p>
  ));
}
