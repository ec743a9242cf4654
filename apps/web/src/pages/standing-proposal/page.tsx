import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/reads.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { Page } from '../../shell/page.js';
import { ProposalForm } from './proposal-form.js';

/** Standing participants proposed for every unit that has none; the coordinator looks through them and accepts all. */
export function Component() {
  const { t } = useTranslation('standing-proposal');
  const proposal = useRead('/api/standing-participants/proposal');
  return (
    <Page title={t('title')} lead={proposal.data && t('lead')}>
      <Answered of={proposal}>
        {({ units, leftOut, services }) =>
          units.length + leftOut === 0 ? (
            <Empty title={t('noUnits.title')} action={<Link to="/import">{t('noUnits.import')}</Link>}>
              {t('noUnits.detail')}
            </Empty>
          ) : (
            <ProposalForm units={units} leftOut={leftOut} services={services} />
          )
        }
      </Answered>
    </Page>
  );
}
