import type { Obligation, UnitDetails } from '../../contract/index.js';

const OPEN = /(?:^|\s)(?:åpen|åpne|open|opne)\s{1,3}barneha/i;
const FAMILY = /familie(?:\s{0,3}-\s{0,3}|\s{0,3})(?:barneha|hage)/i;

/**
 * Open and family kindergartens are exempt as a kind of unit (glossary 105, workflow § 3.1); every other unit must meet
 * (R1). The registers have no column for it, so the name tells; the coordinator may say otherwise.
 */
export function defaultObligation({ name, kind }: Pick<UnitDetails, 'name' | 'kind'>): Obligation {
  if (kind === 'kindergarten' && OPEN.test(name)) return { obliged: false, reason: 'Åpen barnehage' };
  if (kind === 'kindergarten' && FAMILY.test(name)) return { obliged: false, reason: 'Familiebarnehage' };
  return { obliged: true, reason: null };
}
