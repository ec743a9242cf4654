import { ChangedCases, CountedChanges } from './explain/changed-cases.js';
import type { Definition, Figures } from './figures.js';
import { useOtherMoment } from './two-moments.js';
import type { Shown } from './use-statistics-view.js';

interface ChangesSinceProps {
  /** The figure of the page first. */
  readonly definitions: readonly [Definition, ...Definition[]];
  /** As they were known on the day that is shown. */
  readonly figures: Figures;
  readonly asOf: string;
  readonly shown: Shown;
}

/** The changes of the figure since the day that is shown: the cases, or the amount for those who may not open them. */
export function ChangesSince({ definitions, figures, asOf, shown }: ChangesSinceProps) {
  return figures.isProtected ? (
    <CountedSince definitions={definitions} figures={figures} shown={shown} />
  ) : (
    <ChangedCases key={`${asOf} ${definitions[0].id}`} definition={definitions[0]} asOf={asOf} shown={shown} />
  );
}

function CountedSince({ definitions, figures, shown }: Omit<ChangesSinceProps, 'asOf'>) {
  const today = useOtherMoment(definitions, shown);
  const wholeIn = (of: Figures | undefined) =>
    of?.figures.find(({ indicator }) => indicator === definitions[0].id)?.whole;
  const [then, now] = [wholeIn(figures), wholeIn(today.data)];
  return then && now ? <CountedChanges then={then} now={now} /> : null;
}
