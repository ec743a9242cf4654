import { isHeld, nameOn } from '#registry/contract';
import { count } from '../terminal/progress.js';
import { tableLines } from '../terminal/table.js';
import type { Collisions } from './collisions.js';
import type { Merger } from './merger.js';
import type { MergerParty } from './merger-party.js';

/** Prints the municipalities' numbers and the treatment of what they share, for the operator. */
export function previewLines(
  parties: readonly MergerParty[],
  merger: Merger,
  collisions: Collisions,
): readonly string[] {
  const { to, on, samePeople } = merger;
  const counts: readonly (readonly [string, (party: MergerParty) => number, number?])[] = [
    ['units', ({ units }) => units.length, merger.unitOf.size],
    ['people', ({ people }) => people.length, samePeople.length],
    [
      `roles on ${on}`,
      ({ people }) => people.reduce((sum, { roles }) => sum + roles.filter((role) => isHeld(role, on)).length, 0),
    ],
    ['services', ({ services }) => services.length],
    ['open actions', ({ openActions }) => openActions],
    ['meetings to come', ({ meetings }) => meetings.coming],
    ['drafts of protocols', ({ meetings }) => meetings.drafts],
  ];
  const headings = [
    '',
    ...parties.map(({ municipality: it }) => `${it.id} ${nameOn(it, on)}`),
    `${to.tenant} ${to.name}`,
  ];
  const rows = counts.map(([what, of, once = 0]) => {
    const each = parties.map(of);
    const sum = each.reduce((a, b) => a + b, 0) - once;
    return [what, ...each.map(count), count(sum)];
  });
  return [
    ...tableLines(headings, rows, 200),
    ...section('What becomes of what several have:', collisions.done),
    ...section('To be decided first:', collisions.open),
  ];
}

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `- ${line}`)];
