import { Button, ValidationMessage } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#meetings/domain/draft';
import type { AnonymousMatter, DraftMatter, SystemMatter } from '../draft/draft.js';
import { CodeSelect } from '../fields/code-select.js';
import { useConflict, useEditing, useRowWriter, useShown } from './editing.js';
import { ConflictShown, OtherConflicts, useFieldNotes } from './field-notes.js';
import { focusNextRow, rowKeys } from './row-keys.js';
import { TextLine } from './text-line.js';
import styles from './table-rows.module.css';

interface MatterRowProps {
  readonly matter: DraftMatter;
  readonly number: number;
  readonly isEmpty: boolean;
  readonly onFirst: ((fields: Partial<DraftMatter>) => void) | undefined;
  readonly onCopy: (matterId: string) => void;
  readonly onMove: (matterId: string, by: -1 | 1) => void;
  readonly onRemove: (matterId: string) => void;
}

/** One matter on one line: kind, topic, and a heading, or the codes of an anonymous one. */
export const MatterRow = memo(function MatterRow(props: MatterRowProps) {
  const { matter, number, isEmpty, onFirst, onCopy, onMove, onRemove } = props;
  const { t } = useTranslation('meeting');
  const { store } = useEditing();
  const { matterId } = matter;
  const at = `matters.${matterId}`;
  const change = useRowWriter('matters', matterId);
  const write = onFirst ?? change;
  const topic = useFieldNotes(`${at}.topic`);
  const conflict = useConflict(at);
  const warning = useShown(({ server }) => {
    const row = server.draft.matters.findIndex((it) => it.matterId === matterId);
    return matter.kind === 'anonymous' ? server.warnings.find((it) => it.at === `matters.${row}`)?.detail : undefined;
  });
  const label = (field: string) => t('matter.labelled', { field: t(`matter.${field}`), number });
  // A user who chose the wrong kind gets the heading back.
  const heading = useRef<string | null>(null);
  const turn = (kind: DraftMatter['kind']) => {
    if (kind === matter.kind) return;
    if (matter.kind === 'system') heading.current = matter.heading;
    const next = kind === 'system' ? asSystem(matter, heading.current) : asAnonymous(matter);
    if (onFirst) return onFirst(next);
    store.edit((draft) => ({ ...draft, matters: draft.matters.map((it) => (it.matterId === matterId ? next : it)) }));
  };
  const keyed = rowKeys({
    onEnter: () => {
      if (!isEmpty) focusNextRow(matterId);
    },
    ...(!isEmpty && { onCopy: () => onCopy(matterId), onMove: (by: -1 | 1) => onMove(matterId, by) }),
  });
  return (
    <div
      className={styles.matterRow}
      data-row={matterId}
      data-place={at}
      data-empty={isEmpty || undefined}
      role="group"
      aria-label={isEmpty ? t('matter.new') : t('matter.number', { number })}
      onKeyDown={keyed}
    >
      <div className={styles.cell}>
        <span className={styles.narrowLabel} aria-hidden>
          {t('matter.kind')}
        </span>
        <CodeSelect
          of="matterKind"
          label={label('kind')}
          place={`${at}.kind`}
          value={matter.kind}
          onCode={(kind) => turn(kind as DraftMatter['kind'])}
        />
      </div>
      <div className={styles.cell}>
        <span className={styles.narrowLabel} aria-hidden>
          {t('matter.topic')}
        </span>
        <CodeSelect
          of="topic"
          label={label('topic')}
          place={`${at}.topic`}
          first={isEmpty}
          begins
          value={matter.topic}
          faulty={topic.faulty}
          describedBy={topic.id}
          onCode={(code) => write({ topic: code })}
        />
        {topic.notes}
      </div>
      {matter.kind === 'system' ? (
        <div className={styles.cell}>
          <span className={styles.narrowLabel} aria-hidden>
            {t('matter.heading')}
          </span>
          <TextLine
            at={`${at}.heading`}
            value={matter.heading}
            label={label('heading')}
            longest={LONGEST.heading}
            grows
            {...(isEmpty && { placeholder: t('matter.placeholder') })}
            onText={(text) => write({ heading: text })}
          />
        </div>
      ) : (
        <AnonymousCodes matter={matter} label={label} write={write} />
      )}
      <div className={styles.cell}>
        <span className={styles.narrowLabel} aria-hidden>
          {t('matter.cause')}
        </span>
        <CodeSelect
          of="cause"
          label={label('cause')}
          place={`${at}.cause`}
          value={matter.cause}
          onCode={(code) => write({ cause: code })}
        />
      </div>
      <div className={styles.remove}>
        {!isEmpty && (
          <Button
            icon
            data-size="sm"
            variant="tertiary"
            aria-label={t('matter.remove', { number })}
            onClick={() => onRemove(matterId)}
          >
            <XMarkIcon aria-hidden />
          </Button>
        )}
      </div>
      {warning && (
        <ValidationMessage data-size="sm" data-color="warning" className={styles.warning}>
          {warning}
        </ValidationMessage>
      )}
      {conflict && <ConflictShown conflict={conflict} />}
      <OtherConflicts at={at} shown={['topic', 'heading', 'ageBand', 'setting']} />
    </div>
  );
});

function AnonymousCodes({
  matter,
  label,
  write,
}: {
  readonly matter: AnonymousMatter;
  readonly label: (field: string) => string;
  readonly write: (fields: Partial<AnonymousMatter>) => void;
}) {
  const at = `matters.${matter.matterId}`;
  const ageBand = useFieldNotes(`${at}.ageBand`);
  const setting = useFieldNotes(`${at}.setting`);
  return (
    <div className={styles.codes}>
      <div>
        <CodeSelect
          of="ageBand"
          label={label('ageBand')}
          place={`${at}.ageBand`}
          value={matter.ageBand}
          faulty={ageBand.faulty}
          describedBy={ageBand.id}
          onCode={(code) => write({ ageBand: code })}
        />
        {ageBand.notes}
      </div>
      <div>
        <CodeSelect
          of="setting"
          label={label('setting')}
          place={`${at}.setting`}
          value={matter.setting}
          faulty={setting.faulty}
          describedBy={setting.id}
          onCode={(code) => write({ setting: code })}
        />
        {setting.notes}
      </div>
    </div>
  );
}

const asSystem = ({ matterId, topic, cause }: DraftMatter, heading: string | null): SystemMatter => ({
  kind: 'system',
  matterId,
  topic,
  cause,
  heading,
});
/** Drops the heading: an anonymous matter has no field for text that may identify somebody. */
const asAnonymous = ({ matterId, topic, cause }: DraftMatter): AnonymousMatter => ({
  kind: 'anonymous',
  matterId,
  topic,
  cause,
  ageBand: null,
  setting: null,
});
