import type { ExecutionContext } from '@nestjs/common';
import { AccessGuard, type AskedRequest } from '#platform/http';
import type { Asker } from '#platform/identity';
import { median, milliseconds, type BenchContext } from './bench-output.js';
import type { LargeMunicipality } from './ten-school-years.js';
import { servingLargeMunicipality, webApplicationOf } from './web-application.js';

const SIZE = { full: { years: 10, rounds: 400 }, quick: { years: 2, rounds: 100 } };

/** A request as it is answered, and as it would be without the part that is measured; `ratio` of the two medians. */
export type GuardRow = {
  readonly what: string;
  readonly p50Ms: number;
  readonly floorP50Ms: number;
  readonly ratio: number;
};

/** Largest ratios. */
export const GUARD_AIMS = { guard: 1.25, 'scoped-list': 1.15 } as const;

interface Sent {
  readonly as: 'coordinator' | 'leader';
  readonly path: string;
  readonly guarded: boolean;
}
interface Pair {
  readonly what: string;
  readonly measured: Sent;
  readonly floor: Sent;
}

/**
 * The cost of the access check: requests of a unit's leader with the guard and without it, in turn; and of a list that the
 * leader's scope limits beside the same rows, asked for by a filter.
 */
export async function guardRows(context: BenchContext): Promise<readonly GuardRow[]> {
  const { years, rounds } = context.quick ? SIZE.quick : SIZE.full;
  return servingLargeMunicipality(context, years, async (address, large) => {
    const without = guardThatCanBeLeftOut();
    try {
      const cookies = {
        coordinator: (await webApplicationOf(address, large, 'coordinator')).cookie!,
        leader: (await webApplicationOf(address, large, 'leader')).cookie!,
      };
      const send = async ({ as, path, guarded }: Sent): Promise<string> => {
        const headers = { cookie: cookies[as], ...(!guarded && { [LEFT_OUT]: large[as] }) };
        const answer = await fetch(`${address}/api/${path}`, { headers });
        if (!answer.ok) throw new Error(`GET ${path} was answered ${answer.status}`);
        return answer.text();
      };
      const rows: GuardRow[] = [];
      for (const pair of pairsOf(large)) {
        context.progress(`${pair.what} …`);
        // The guard learns who asks before it is left out.
        for (const { as, path } of [pair.measured, pair.floor]) await send({ as, path, guarded: true });
        if (rowsIn(await send(pair.measured)) !== rowsIn(await send(pair.floor)))
          throw new Error(`${pair.what}: the two answers do not have the same rows`);
        rows.push(await measure(pair, send, rounds));
      }
      return rows;
    } finally {
      without.restore();
    }
  });
}

function pairsOf({ unitId, filedMeeting, action }: LargeMunicipality): readonly Pair[] {
  const guard = (what: string, path: string): Pair => ({
    what: `guard: ${what}`,
    measured: { as: 'leader', path, guarded: true },
    floor: { as: 'leader', path, guarded: false },
  });
  return [
    guard('a meeting', `meetings/${filedMeeting}`),
    guard('an action', `actions/${action}`),
    guard('a unit’s page', `units/${unitId}/overview`),
    guard('a list of actions', 'actions?size=50'),
    {
      what: 'scoped-list: meetings',
      measured: { as: 'leader', path: 'meetings?size=50', guarded: false },
      floor: { as: 'coordinator', path: `meetings?size=50&unitId=${unitId}`, guarded: false },
    },
  ];
}

async function measure({ what, measured, floor }: Pair, send: (sent: Sent) => Promise<string>, rounds: number) {
  const times = { measured: [] as number[], floor: [] as number[] };
  for (let round = -rounds / 10; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['measured', 'floor'] as const) : (['floor', 'measured'] as const);
    for (const which of order) {
      const began = performance.now();
      await send(which === 'measured' ? measured : floor);
      if (round >= 0) times[which].push(performance.now() - began);
    }
  }
  const [p50, floorP50] = [median(times.measured), median(times.floor)];
  return {
    what,
    p50Ms: milliseconds(p50),
    floorP50Ms: milliseconds(floorP50),
    ratio: Math.round((p50 / floorP50) * 100) / 100,
  };
}

/** Ids of an answer's rows, or the whole of one that is no list. */
function rowsIn(text: string): string {
  const { items } = JSON.parse(text) as { items?: readonly { meetingId?: string }[] };
  return items?.[0]?.meetingId === undefined ? '' : items.map(({ meetingId }) => meetingId).join();
}

/** Header with the id of a person as whom the request is answered without the guard. */
const LEFT_OUT = 'x-bench-without-guard';

/** Changes the guard of this process: a request with the header is let through as the person that it names. */
function guardThatCanBeLeftOut() {
  const guard = AccessGuard.prototype;
  const { value: canActivate } = Object.getOwnPropertyDescriptor(guard, 'canActivate') as {
    value: (this: AccessGuard, context: ExecutionContext) => Promise<boolean>;
  };
  const known = new Map<string, Asker>();
  guard.canActivate = async function (this: AccessGuard, context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AskedRequest>();
    const asker = known.get(request.get(LEFT_OUT) ?? '');
    if (asker) {
      request.asker = asker;
      request.language = asker.language;
      return true;
    }
    const allowed = await canActivate.call(this, context);
    if (request.asker) known.set(request.asker.personId, request.asker);
    return allowed;
  };
  return {
    restore: () => {
      guard.canActivate = canActivate;
    },
  };
}
