import { pageIn } from '../../parts/pages/page-in-address.js';

export type AgreementState = 'none' | 'waiting' | 'changed' | 'approved';

/** Filters in the page's address; invalid values are ignored. */
export interface AgreementView {
  /** Undefined for the current year. */
  readonly schoolYear: number | undefined;
  readonly state: AgreementState | undefined;
  readonly page: number;
}

const STATES: ReadonlyMap<string, AgreementState> = new Map<string, AgreementState>([
  ['uten', 'none'],
  ['venter', 'waiting'],
  ['endret', 'changed'],
  ['godkjent', 'approved'],
]);

/** `?ar=2026&vis=uten&side=2`. */
export function viewOf(address: URLSearchParams): AgreementView {
  const year = Number(address.get('ar'));
  return {
    schoolYear: Number.isInteger(year) && year >= 2000 && year <= 2099 ? year : undefined,
    state: STATES.get(address.get('vis') ?? ''),
    page: pageIn(address),
  };
}

export function addressOf({ schoolYear, state, page }: AgreementView): URLSearchParams {
  const word = [...STATES].find(([, it]) => it === state)?.[0];
  return new URLSearchParams({
    ...(schoolYear !== undefined && { ar: String(schoolYear) }),
    ...(word !== undefined && { vis: word }),
    ...(page > 1 && { side: String(page) }),
  });
}
