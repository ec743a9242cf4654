import { basename } from 'node:path';
import { UnknownEvent } from '#platform/event-store';
import { sqlStateOf } from '#platform/database';
import type { Halt } from './halts.js';
import type { FollowerKind } from './standings.js';

/** What followers tell the log of the process. Never holds what an event says: names, positions, types. */
export type Happening =
  | { readonly what: 'leading' | 'built'; readonly who: string }
  | { readonly what: 'fault'; readonly who: string; readonly failure: string; readonly retryInMs: number }
  | ({ readonly what: 'halted' } & Halt)
  | ({ readonly what: 'goes-on' } & Pick<Halt, 'kind' | 'name' | 'municipality'>)
  | { readonly what: 'stopped'; readonly kind: FollowerKind; readonly name: string; readonly failure: string }
  | {
      readonly what: 'refused';
      readonly policy: string;
      readonly eventId: string;
      readonly stream: string;
      readonly rules: readonly string[];
    };
export type Report = (happening: Happening) => void;
export const silent: Report = () => undefined;

/**
 * A fault as it may be kept and shown: its kind, code and place in the program. Messages are left out, for a database or
 * a schema quotes the value it does not like.
 */
export function describeFault(fault: unknown): string {
  if (fault instanceof UnknownEvent) return fault.message;
  if (!(fault instanceof Error)) return 'unknown fault';
  const code = sqlStateOf(fault) ?? ('code' in fault && typeof fault.code === 'string' ? fault.code : undefined);
  return [fault.name, code, placeOf(fault.stack?.split('\n    at ').at(1) ?? '')].filter(Boolean).join(' ');
}

/** «at file.ts:12» of a line in a stack: «name (/folder/file.ts:12:34)». */
function placeOf(frame: string): string | undefined {
  const [first = ''] = frame.split('\n');
  const [file = '', line, column] = basename(first.slice(first.lastIndexOf('(') + 1)).split(':');
  return column === undefined ? undefined : `at ${file}:${line}`;
}
