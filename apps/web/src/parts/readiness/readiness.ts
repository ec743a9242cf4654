import type { Answer } from '../../api/reads.js';

export type Readiness = Answer<'/api/readiness'>;
export type Step = Readiness['steps'][number];

/** The page on which the step is done. */
export function pageOf({ step }: Pick<Step, 'step'>, { schoolYear }: Pick<Readiness, 'schoolYear'>): string {
  switch (step) {
    case 'details':
      return '/innstillinger/kommunen';
    case 'units':
      return '/enheter';
    case 'services':
      return '/tjenester';
    case 'leaders':
    case 'service-people':
      return '/personer';
    case 'standing':
      return '/enheter/faste-deltakere';
    case 'serving':
      return '/tjenester';
    case 'calendar':
      return `/skolerute?ar=${schoolYear}`;
    case 'settings':
      return '/innstillinger';
    case 'plan':
      return `/arsplan?ar=${schoolYear}`;
  }
}
