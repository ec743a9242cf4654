import type { Closures, ServiceDetails } from '../../contract/index.js';

export type Service =
  | { readonly status: 'not-registered' }
  | {
      readonly status: 'registered';
      readonly details: ServiceDetails;
      readonly meetingsPerWeek: number | null;
      readonly closures: Closures;
    };
