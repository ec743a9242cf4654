import { Button, Checkbox, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditTable } from './edit-table.js';
import type { Participant, Reason, ShownTable } from './tables.js';
import styles from './standing-proposal.module.css';

interface ProposedUnitProps {
  readonly table: ShownTable;
  readonly serviceName: (serviceId: string) => string;
  readonly onAccept: (isAccepted: boolean) => void;
  /** The changed list; undefined returns to the proposal. */
  readonly onEdit: (participants: readonly Participant[] | undefined) => void;
}

/** One unit: who is proposed and why, what is lacking, and the way to leave it out or to change it. */
export function ProposedUnit({ table, serviceName, onAccept, onEdit }: ProposedUnitProps) {
  const { t } = useTranslation('standing-proposal');
  const [isEditing, setEditing] = useState(false);
  const [cameBack, setCameBack] = useState(false);
  const { unitId, name, participants, lacking, isEdited, isAccepted } = table;
  const inWords = ({ reason, serviceId }: Reason) =>
    reason === 'service' ? serviceName(serviceId ?? '') : t(`reasons.${reason}`);
  const close = () => {
    setEditing(false);
    setCameBack(true);
  };
  return (
    <li>
      <Checkbox
        data-size="sm"
        label={name}
        checked={isAccepted}
        disabled={participants.length === 0}
        {...(isEdited && { description: t('edited') })}
        onChange={({ target }) => onAccept(target.checked)}
      />
      {isEditing ? (
        <EditTable
          unitId={unitId}
          participants={participants}
          onCancel={close}
          onSave={(changed) => {
            onEdit(changed);
            onAccept(true);
            close();
          }}
        />
      ) : (
        <>
          {participants.length === 0 ? (
            <Paragraph data-size="sm" className={styles.quiet}>
              {t('nobody')}
            </Paragraph>
          ) : (
            <ul className={styles.plain} aria-label={t('of', { unit: name })}>
              {participants.map(({ personId, name: who, deputyName, reasons }) => (
                <li key={personId}>
                  {who}
                  <span className={styles.quiet}>
                    {' '}
                    {[reasons.map(inWords).join(', '), deputyName && t('deputy', { name: deputyName })]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {lacking.length > 0 && !isEdited && (
            <Paragraph data-size="sm" className={styles.quiet}>
              {t('lacking', { what: lacking.map(inWords).join(', ') })}
            </Paragraph>
          )}
          <div className={styles.buttons}>
            <Button
              type="button"
              variant="tertiary"
              data-size="sm"
              autoFocus={cameBack}
              onClick={() => setEditing(true)}
            >
              {t('change')} <span className="only-for-readers">{name}</span>
            </Button>
            {isEdited && (
              <Button type="button" variant="tertiary" data-size="sm" onClick={() => onEdit(undefined)}>
                {t('back')} <span className="only-for-readers">{name}</span>
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  );
}
