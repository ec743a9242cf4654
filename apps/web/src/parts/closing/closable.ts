import { answered, api } from '../../api/client.js';
import { read, type Answer } from '../../api/reads.js';
import type { IfMatch } from '../../api/seen-revision.js';
import type { Day } from '../../words/dates.js';

export type Closure = Answer<'/api/units/{unitId}'>['closures'][number];
/** An item that can be closed, with its closures as shown. */
export interface Closable {
  readonly kind: 'unit' | 'service' | 'service-unit';
  readonly id: string;
  readonly closures: readonly Closure[];
}
interface Known {
  readonly closures: readonly Closure[];
  readonly revision: string;
}
/** Changes of a closure, each with the revision seen; sent by a FormDialog. */
interface Closings {
  known(): Promise<Known | undefined>;
  close(on: Day, reason: string, headers: IfMatch): Promise<unknown>;
  reopen(on: Day, headers: IfMatch): Promise<unknown>;
  withdraw(headers: IfMatch): Promise<unknown>;
}

/** More services than a municipality has: the register is read as a whole. */
export const ALL_ROWS = { query: { size: 200 } } as const;

const unit = (unitId: string): Closings => {
  const of = (headers: IfMatch) => ({ params: { path: { unitId } }, headers });
  return {
    known: () => read('/api/units/{unitId}', { path: { unitId } }),
    close: (on, reason, seen) =>
      answered(api.PUT('/api/units/{unitId}/closure', { ...of(seen), body: { on, reason } })),
    reopen: (on, seen) => answered(api.PUT('/api/units/{unitId}/reopening', { ...of(seen), body: { on } })),
    withdraw: (seen) => answered(api.DELETE('/api/units/{unitId}/closure', of(seen))),
  };
};
const service = (serviceId: string): Closings => {
  const of = (headers: IfMatch) => ({ params: { path: { serviceId } }, headers });
  return {
    known: async () => (await read('/api/services', ALL_ROWS)).items.find((it) => it.serviceId === serviceId),
    close: (on, _, seen) => answered(api.PUT('/api/services/{serviceId}/closure', { ...of(seen), body: { on } })),
    reopen: (on, seen) => answered(api.PUT('/api/services/{serviceId}/reopening', { ...of(seen), body: { on } })),
    withdraw: (seen) => answered(api.DELETE('/api/services/{serviceId}/closure', of(seen))),
  };
};
const serviceUnit = (serviceUnitId: string): Closings => {
  const of = (headers: IfMatch) => ({ params: { path: { serviceUnitId } }, headers });
  return {
    known: async () =>
      (await read('/api/service-units', ALL_ROWS)).items.find((it) => it.serviceUnitId === serviceUnitId),
    close: (on, _, seen) =>
      answered(api.PUT('/api/service-units/{serviceUnitId}/closure', { ...of(seen), body: { on } })),
    reopen: (on, seen) =>
      answered(api.PUT('/api/service-units/{serviceUnitId}/reopening', { ...of(seen), body: { on } })),
    withdraw: (seen) => answered(api.DELETE('/api/service-units/{serviceUnitId}/closure', of(seen))),
  };
};
const OF_KIND = { unit, service, 'service-unit': serviceUnit } as const;

export const closingsOf = ({ kind, id }: Closable): Closings => OF_KIND[kind](id);
