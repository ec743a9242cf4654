import { Button, Details, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { Section } from '../../parts/section/section.js';
import { UnitLink } from '../../parts/unit-link/unit-link.js';
import { AcceptProgress, AcceptReport } from './accept-report.js';
import { ProposedUnit } from './proposed-unit.js';
import { shownTables, type Answers, type Edit, type Table } from './tables.js';
import { useAccept } from './use-accept.js';
import styles from './standing-proposal.module.css';

interface ProposalFormProps {
  readonly units: readonly Table[];
  /** Number of units that need no standing participants. */
  readonly leftOut: number;
  readonly services: readonly { readonly serviceId: string; readonly name: string }[];
}
const NOTHING: Answers = { edits: new Map(), leftOut: new Set() };

/** Every unit with its proposed list, and one button that accepts all that are chosen. */
export function ProposalForm({ units, leftOut, services }: ProposalFormProps) {
  const { t } = useTranslation('standing-proposal');
  const announce = useAnnounce();
  const [answers, setAnswers] = useState(NOTHING);
  const { progress, accept } = useAccept();
  const tables = useMemo(() => shownTables(units, answers), [units, answers]);
  const names = useMemo(() => new Map(services.map(({ serviceId, name }) => [serviceId, name])), [services]);
  const accepted = tables.filter(({ isAccepted }) => isAccepted);
  const alreadySet = units.filter(({ isSet }) => isSet);
  const leaveOut = (unitId: string, isOut: boolean) =>
    setAnswers(({ edits, leftOut }) => {
      const next = new Set(leftOut);
      if (isOut) next.add(unitId);
      else next.delete(unitId);
      return { edits, leftOut: next };
    });
  const edit = (unitId: string, changed: Edit | undefined) =>
    setAnswers(({ edits, leftOut }) => {
      const next = new Map(edits);
      if (changed) next.set(unitId, changed);
      else next.delete(unitId);
      return { edits: next, leftOut };
    });
  const submit = () =>
    accept(accepted, ({ units: count, refused }) => {
      announce(t('report.done', { count }));
      // A refused unit is proposed anew from its present state.
      for (const { unitId } of refused) edit(unitId, undefined);
    });
  const isRunning = progress?.isRunning ?? false;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (accepted.length > 0) void submit();
      }}
    >
      {progress && !isRunning && <AcceptReport progress={progress} units={units} />}
      {tables.length === 0 ? (
        <Paragraph>{t('allSet')}</Paragraph>
      ) : (
        <Section id="proposed" title={t('proposed', { count: tables.length })} lead={t('rule')}>
          <ul className={styles.units}>
            {tables.map((table) => (
              <ProposedUnit
                key={table.unitId}
                table={table}
                serviceName={(id) => names.get(id) ?? ''}
                onAccept={(isAccepted) => leaveOut(table.unitId, !isAccepted)}
                onEdit={(participants) =>
                  edit(table.unitId, participants && { revision: table.revision, participants })
                }
              />
            ))}
          </ul>
          <div className={styles.save}>
            {progress && isRunning && <AcceptProgress progress={progress} />}
            <Button type="submit" disabled={accepted.length === 0} loading={isRunning}>
              {t('accept', { count: accepted.length })}
            </Button>
          </div>
        </Section>
      )}
      {leftOut > 0 && <Paragraph data-size="sm">{t('leftOut', { count: leftOut })}</Paragraph>}
      {alreadySet.length > 0 && (
        <Details data-size="sm">
          <Details.Summary>{t('set', { count: alreadySet.length })}</Details.Summary>
          <Details.Content>
            <ul className={styles.units}>
              {alreadySet.map(({ unitId, name, participants }) => (
                <li key={unitId}>
                  <UnitLink unitId={unitId}>{name}</UnitLink>
                  <Paragraph data-size="sm" className={styles.quiet}>
                    {participants.map((it) => it.name).join(', ')}
                  </Paragraph>
                </li>
              ))}
            </ul>
          </Details.Content>
        </Details>
      )}
    </form>
  );
}
