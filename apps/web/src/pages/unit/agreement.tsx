import { Button, Details, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { longDay } from '../../words/dates.js';
import { schoolYearInWords } from '../../words/school-years.js';
import { useSession } from '../../session/session.js';
import { Answered } from '../../parts/states/states.js';
import type { Agreement } from './agreement-answer.js';
import { AgreedContent } from './agreed-content.js';
import { AgreementChanges } from './agreement-changes.js';
import { AgreementSteps } from './agreement-steps.js';
import { UnitSection } from './unit-section.js';
import styles from './unit.module.css';

type Version = Agreement['versions'][number];

/** The agreement of unit and services about the school year: how it stands, what it says, and its earlier versions. */
export function AgreementShown({ unitId, schoolYear }: { readonly unitId: string; readonly schoolYear: number }) {
  const { t } = useTranslation('unit');
  const agreement = useRead('/api/units/{unitId}/school-years/{schoolYear}/agreement', {
    path: { unitId, schoolYear },
  });
  return (
    <UnitSection title={t('agreement.title', { year: schoolYearInWords(schoolYear) })}>
      <Answered of={agreement}>{(it) => <CurrentAgreement agreement={it} />}</Answered>
    </UnitSection>
  );
}

function CurrentAgreement({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('unit');
  const { state, waitsFor, holds, versions, changes, present, may } = agreement;
  const [latest, ...earlier] = versions;
  const waitsForMe = waitsFor.some((party) => may.includes(`approve-${party}`));
  return (
    <>
      <Paragraph>
        {state === 'waiting'
          ? t(`agreement.waiting.${waitsFor.length > 1 ? 'both' : waitsFor[0]!}`, { version: latest?.version })
          : t(`agreement.${state}`)}
        {state === 'waiting' && holds !== null && ` ${t('agreement.holds', { version: holds })}`}
      </Paragraph>
      {latest && <Approvals version={latest} />}
      {changes && <AgreementChanges changes={changes} />}
      <AgreementSteps agreement={agreement} />
      <Details data-size="sm" defaultOpen={waitsForMe}>
        <Details.Summary>{t(latest ? 'agreement.read' : 'agreement.wouldSay')}</Details.Summary>
        <Details.Content>
          <AgreedContent content={latest?.content ?? present} />
        </Details.Content>
      </Details>
      {earlier.length > 0 && (
        <Details data-size="sm">
          <Details.Summary>{t('agreement.earlier', { count: earlier.length })}</Details.Summary>
          <Details.Content>
            {earlier.map((version) => (
              <Approvals key={version.version} version={version} named />
            ))}
          </Details.Content>
        </Details>
      )}
      {latest && (
        <div className={styles.document}>
          <Button asChild variant="secondary" data-size="sm">
            <a href={pdfOf(agreement, latest.version)}>{t('agreement.pdf')}</a>
          </Button>
        </div>
      )}
    </>
  );
}

const pdfOf = ({ unitId, schoolYear }: Agreement, version: number) =>
  `/api/units/${unitId}/school-years/${schoolYear}/agreement.pdf?version=${version}`;

/** Proposer and approvals of a version. */
function Approvals({ version: it, named = false }: { readonly version: Version; readonly named?: boolean }) {
  const { t } = useTranslation('unit');
  const language = currentLanguage();
  const { who } = useSession();
  const day = (on: string) => longDay(on, language, who.today);
  return (
    <ul className={styles.plain}>
      <li className={styles.quiet}>
        {named && `${t('agreement.version', { version: it.version })}: `}
        {t('agreement.proposed', { name: it.proposedBy, day: day(it.on) })}
      </li>
      {(['unit', 'services'] as const).map((party) => {
        const given = it.approvals.find((approval) => approval.party === party);
        return (
          <li key={party}>
            {t(`agreement.for.${party}`)}:{' '}
            {given ? (
              t('agreement.approvedBy', { name: given.name, day: day(given.on) })
            ) : (
              <span className={styles.quiet}>{t('agreement.notApproved')}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
