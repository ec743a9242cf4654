import type { INestApplicationContext } from '@nestjs/common';
import { ExpiredSessions } from '#platform/identity';
import type { SweepTask } from '#platform/jobs';
import type { Installation } from './installation.js';

/** The tasks of the sweep in a composed application: the platform's, and those of every context in their order. */
export const sweepTasksOf = (
  app: Pick<INestApplicationContext, 'get'>,
  { contexts }: Pick<Installation, 'contexts'>,
): readonly SweepTask[] =>
  [ExpiredSessions, ...contexts.flatMap((context) => context.sweepTasks ?? [])].map((type) =>
    app.get<SweepTask>(type, { strict: false }),
  );
