/** An answer of 0.2.0, as far as it has changed since. */
interface Body {
  readonly coverage?: Coverage;
  readonly items?: readonly Item[];
  readonly months?: readonly Month[];
}
interface Coverage {
  readonly held: number;
  readonly obliged: number;
  readonly exempt?: number;
}
interface Month {
  readonly month: string;
  readonly meetings?: readonly unknown[];
  readonly coverage?: Coverage;
  readonly expected?: number;
}
interface Item extends Body {
  readonly what?: string;
}

/** The month of the recorded answers: every unit had met in it, so that 0.2.0 counted it. */
const RUNNING = '2026-11';

/**
 * The answer of 0.2.0 with what was changed on purpose since then, each for its reason:
 * - Totals of the year are indicator 2, which leaves out the running month (ADR 0319). The board names neither exempt months
 *   nor expected meetings any longer: the first was unused, the second is the denominator.
 * - The number of a unit's actions, and of a meeting's matters and actions, is told only to those who may open them
 *   (ADR 0322).
 */
export function asChanged(path: string, as: string, answer: object): object {
  const body: Body = answer;
  const isReader = as === 'service-member' || as === 'service-unit-leader';
  const uncounted = as === 'service-unit-leader' ? { openActions: null, overdueActions: null } : {};
  if (path.startsWith('/api/board') && body.items) return boardAsChanged(body);
  if (path.includes('/overview') && body.coverage) return { ...body, ...unitAsChanged(body), ...uncounted };
  return isReader && path.includes('/timeline') && body.items ? { ...body, items: historyAsChanged(body) } : body;
}

function boardAsChanged(body: Body): object {
  const items = body.items!.map((item) => ({ ...item, ...unitAsChanged(item) }));
  const months = body.months!.map(({ month, coverage }) => ({ month, coverage: withoutExempt(coverage!) }));
  const running = months.find(({ month }) => month === RUNNING)!.coverage;
  return { ...body, items, months, coverage: minus(withoutExempt(body.coverage!), running) };
}

/** A unit's year: 0.2.0 counted the running month where the unit had met in it. */
function unitAsChanged({ coverage, months }: Body): Pick<Body, 'coverage'> {
  if (!coverage) return {};
  const met = months!.some(({ month, meetings = [] }) => month === RUNNING && meetings.length > 0) ? 1 : 0;
  return { coverage: minus(withoutExempt(coverage), { held: met, obliged: met }) };
}

const historyAsChanged = ({ items }: Body): readonly object[] =>
  items!.map((item) => (item.what?.startsWith(FILED) ? { ...item, what: FILED } : item));
const FILED = 'Protokollen ble levert';

const withoutExempt = ({ held, obliged }: Coverage): Coverage => ({ held, obliged });
const minus = (a: Coverage, b: Coverage): Coverage => ({ held: a.held - b.held, obliged: a.obliged - b.obliged });
