import { useTranslation } from 'react-i18next';
import { schoolYearInWords } from '../../words/school-years.js';
import type { Readiness, Step } from './readiness.js';

/** A step of the check list in words: its name, why it is needed, and how much of it is missing. */
export function useStepWords({ schoolYear }: Pick<Readiness, 'schoolYear'>) {
  const { t } = useTranslation('readiness');
  const year = schoolYearInWords(schoolYear);
  return {
    title: ({ step }: Step) => t(`steps.${step}.title`, { year }),
    why: ({ step }: Step) => t(`steps.${step}.why`, { year }),
    left: ({ step, of, missing, waitsFor, isDone }: Step) => {
      if (isDone) return t('done');
      if (waitsFor !== null) return t(`waits.${waitsFor === 'services' ? 'services' : 'units'}`);
      return t(`left.${step}`, { missing, of });
    },
  };
}
