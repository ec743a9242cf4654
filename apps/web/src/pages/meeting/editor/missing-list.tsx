import { Button, Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PROPOSED, type Missing } from '../missing/missing.js';
import { placeOf } from '../draft/places.js';
import { goTo } from './go-to.js';
import styles from './missing-list.module.css';

/** Rules that several fields of a row can break: the list names the field. */
const NAMED_BY_FIELD: ReadonlyMap<string, 'matter' | 'action'> = new Map<string, 'matter' | 'action'>(
  Object.entries({
    MATTER_INCOMPLETE: 'matter',
    ACTION_NOT_CLASSIFIED: 'action',
  }),
);

/** Reasons that prevent filing, each with a link to its field. */
export function MissingList({
  missing,
  conflicts,
  wanted,
  proposals,
  onConfirm,
}: {
  readonly missing: readonly Missing[];
  readonly conflicts: readonly { readonly at: string }[];
  /** Incremented when the user requests the list, which then takes the focus. */
  readonly wanted: number;
  /** Number of actions with unconfirmed proposals for level or category. */
  readonly proposals: number;
  readonly onConfirm: () => void;
}) {
  const { t } = useTranslation('meeting');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted > 0) list.current?.querySelector<HTMLElement>('button')?.focus();
  }, [wanted]);
  const inWords = ({ rule, at, number, detail }: Missing) => {
    const { list: of, field } = placeOf(at);
    const named = NAMED_BY_FIELD.get(rule);
    const what =
      named && field
        ? t('missing.fill', { field: t(`${named}.${field}`) })
        : t(`fault.${rule}`, { defaultValue: detail ?? rule });
    return of && number !== undefined ? `${t(`row.${of}`, { number })}: ${what}` : what;
  };
  return (
    <div ref={list} id="missing" className={styles.missing}>
      <Heading level={2} data-size="2xs">
        {t('missing.title', { count: missing.length + conflicts.length })}
      </Heading>
      {missing.length + conflicts.length > 0 && (
        <ol>
          {conflicts.map(({ at }) => (
            <li key={`conflict ${at}`}>
              <Button data-size="sm" variant="tertiary" onClick={() => goTo(at)}>
                {t('missing.conflict')}
              </Button>
            </li>
          ))}
          {missing.map((it) => (
            <li key={`${it.rule} ${it.at}`}>
              {it.rule === PROPOSED ? (
                <Button data-size="sm" variant="secondary" onClick={onConfirm}>
                  {t('missing.confirm', { count: proposals })}
                </Button>
              ) : (
                <Button data-size="sm" variant="tertiary" onClick={() => goTo(it.at)}>
                  {inWords(it)}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
