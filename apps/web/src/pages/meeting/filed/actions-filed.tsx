import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useBelowTheLine } from '../action-in-words.js';
import type { FiledProtocol } from './filed-protocol.js';
import styles from './filed.module.css';

const COLUMNS = ['text', 'owner', 'dueOn', 'followUpOn', 'level', 'category'] as const;

/** Agreed actions as a table: one row per action, with its details below. */
export function ActionsFiled({
  data: { protocol, people, services },
  nameOf,
  day,
}: {
  readonly data: FiledProtocol;
  readonly nameOf: (personId: string | null) => string;
  readonly day: (on: string) => string;
}) {
  const { t } = useTranslation(['meeting', 'filed']);
  const service = (id: string | null) => services.find(({ serviceId }) => serviceId === id)?.name;
  const below = useBelowTheLine({ person: nameOf, service: (id) => service(id) ?? t('more.unknownService') });
  const placeOf = (ownerId: string, serviceId: string | null) =>
    service(serviceId) ?? people.find(({ personId }) => personId === ownerId)?.place;
  return (
    <>
      <Heading level={2} data-size="2xs">
        {t('section.actions')}
      </Heading>
      {protocol.actions.length === 0 ? (
        <p>{t('filed:document.noActions')}</p>
      ) : (
        <div className={styles.scroll} role="region" aria-label={t('section.actions')} tabIndex={0}>
          <table className={styles.actions}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`action.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {protocol.actions.map((action) => (
                <tr key={action.actionId}>
                  <td>
                    {action.text}
                    {below(action, protocol.matters).map(([name, text]) => (
                      <small key={name}>
                        {name}: {text}
                      </small>
                    ))}
                  </td>
                  <td>
                    {nameOf(action.ownerId)}
                    <small>{placeOf(action.ownerId, action.ownerServiceId)}</small>
                  </td>
                  <td>{day(action.dueOn)}</td>
                  <td>{day(action.followUpOn)}</td>
                  <td>{t(`codes.level.${action.level}`)}</td>
                  <td>{t(`codes.category.${action.category}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
