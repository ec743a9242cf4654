import { describeMachine, median, milliseconds, type BenchContext, type BenchResult } from './bench-output.js';
import { LONG_TEXTS, TEXT_RULES } from './text-rules.js';

const ROUNDS = { full: 9, quick: 3 };
/** Milliseconds; limit for each rule on a megabyte of text. */
const MOST_MS = 50;

/** Time of each text rule on a megabyte of its slowest text: the median of several rounds. */
export async function benchTexts({ databaseUrl, quick, progress }: BenchContext): Promise<BenchResult> {
  const rounds = quick ? ROUNDS.quick : ROUNDS.full;
  const rows = [...TEXT_RULES].map(([name, rule]) => {
    progress(`${name} …`);
    const times = LONG_TEXTS.map(([text, long]) => ({ text, ms: median(timesOf(rule, long, rounds)) }));
    const slowest = times.reduce((one, other) => (other.ms > one.ms ? other : one));
    return { rule: name, 'slowest text': slowest.text, ms: milliseconds(slowest.ms) };
  });
  return {
    bench: 'texts',
    machine: await describeMachine(databaseUrl),
    rows: rows.toSorted((a, b) => b.ms - a.ms),
    missed: rows.filter(({ ms }) => ms >= MOST_MS).map(({ rule, ms }) => `${rule}: ${ms} ms, not under ${MOST_MS} ms`),
  };
}

function timesOf(rule: (text: string) => unknown, text: string, rounds: number): readonly number[] {
  return Array.from({ length: rounds }, () => {
    const began = performance.now();
    rule(text);
    return performance.now() - began;
  });
}
