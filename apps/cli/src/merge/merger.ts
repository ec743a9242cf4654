import type { CalendarDate, MunicipalityNumber } from '#platform/kernel';

/** A merger of municipalities: tenants that end, and the one that is formed from them. */
export interface Merger {
  /** Ids of the tenants that end, in the order in which they are taken over. */
  readonly from: readonly string[];
  /** The id of the new tenant is its number. */
  readonly to: { readonly tenant: string; readonly number: MunicipalityNumber; readonly name: string };
  /** First day of the new municipality. */
  readonly on: CalendarDate;
  /** People who are registered in several of the municipalities, and become one. */
  readonly samePeople: readonly SamePerson[];
  /** Units that several of the municipalities have registered: unit → the tenant whose details count. */
  readonly unitOf: ReadonlyMap<string, string>;
}

/** `replaced` becomes `kept`, the id that the person has in the first of their municipalities. */
export interface SamePerson {
  readonly kept: string;
  readonly replaced: string;
  /** The municipality in which the person has the id that is replaced. */
  readonly tenant: string;
  readonly name: string;
}

/** Replaces the ids of people who become one, in JSON or in a single id; other text stays. */
export function idsIn({ samePeople }: Pick<Merger, 'samePeople'>, tenant: string): (text: string) => string {
  const kept = new Map(samePeople.filter((it) => it.tenant === tenant).map((it) => [it.replaced, it.kept]));
  if (kept.size === 0) return (text) => text;
  const any = new RegExp([...kept.keys()].join('|'), 'g');
  return (text) => text.replaceAll(any, (id) => kept.get(id)!);
}
