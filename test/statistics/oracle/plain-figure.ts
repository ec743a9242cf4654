/** One thing that a figure counts. */
export interface Item {
  readonly units: readonly string[];
  readonly yes: boolean;
  readonly amount?: number;
  /** Shown beside the figure and not part of it. */
  readonly outside?: string;
  /** Part of the figure, and counted once more beside it: once for each. */
  readonly also?: string | readonly string[];
  readonly service?: string | null;
  readonly level?: string;
  readonly category?: string;
  readonly approach?: string | null;
  readonly band?: string;
  readonly person?: string;
}

export interface PlainFigure {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  /** Of what stands beside it: [n, of d]. */
  readonly beside: Readonly<Record<string, readonly [number, number]>>;
}

const sum = (items: readonly Item[]) => items.reduce((total, { amount = 0 }) => total + amount, 0);

/** The figure of the items, as § 3.6 says for the indicator; `all`: those of every group, where it is a distribution. */
export function plainFigure(indicator: number, items: readonly Item[], all = items): PlainFigure {
  const inside = items.filter(({ outside }) => outside === undefined);
  const yes = inside.filter((it) => it.yes);
  const beside: Record<string, readonly [number, number]> = {};
  for (const { also, outside } of items) {
    for (const key of [also ?? []].flat())
      beside[key] = [items.filter((it) => [it.also ?? []].flat().includes(key)).length, inside.length];
    if (!outside) continue;
    const apart = items.filter((it) => it.outside === outside);
    beside[outside] = outside === 'unallocated' ? [sum(apart), sum(items)] : [apart.length, items.length];
  }
  const figure = (numerator: number, denominator: number, value: number | null) => ({
    numerator,
    denominator,
    value,
    beside,
  });
  const share = (n: number, d: number) => figure(n, d, d === 0 ? null : (n / d) * 100);
  switch (indicator) {
    case 4:
      return figure(
        yes.length,
        inside.length,
        inside.length === 0 ? null : Math.max(...inside.map((it) => it.amount!)),
      );
    case 8:
    case 20:
    case 21:
    case 52:
      return figure(yes.length, inside.length, middleOf(inside.map((it) => it.amount!)));
    case 9:
    case 18:
    case 25:
      return figure(yes.length, inside.length, yes.length);
    case 17:
      return figure(sum(inside), inside.length, inside.length === 0 ? null : sum(inside) / inside.length);
    case 26:
    case 27:
    case 28:
    case 37:
      return share(inside.length, all.length);
    case 30: {
      const people = new Set(inside.map(({ person }) => person)).size;
      return figure(inside.length, people, people === 0 ? null : inside.length / people);
    }
    case 38:
      return share(sum(yes), sum(inside));
    default:
      return share(yes.length, inside.length);
  }
}

function middleOf(amounts: readonly number[]): number | null {
  const sorted = amounts.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
