import type { LadderKind } from '#registry/contract';

interface Aged {
  readonly kind: LadderKind;
  readonly age: number;
  readonly subjectId: string;
}

/** Kinds that are told at once, since nobody answers for the cause or a service is away. */
const AT_ONCE: readonly LadderKind[] = ['service-absent', 'orphan'];

/** 0 for what is told at once, 1 for what is late, 2 for what is to come. */
const groupOf = ({ kind, age }: Aged): number => (AT_ONCE.includes(kind) ? 0 : age > 0 ? 1 : 2);

/** Most severe first: what is told at once, then what has been late for longest, then what is due soonest. */
export const bySeverity = (a: Aged, b: Aged): number =>
  groupOf(a) - groupOf(b) || b.age - a.age || (a.subjectId < b.subjectId ? -1 : 1);
