import type { INestApplicationContext } from '@nestjs/common';
import type { SweepTask } from '#platform/jobs';
import type { Installation } from './installation.js';

/** The tasks of the sweep of every context in a composed application, in the order of the contexts. */
export const sweepTasksOf = (
  app: Pick<INestApplicationContext, 'get'>,
  { contexts }: Pick<Installation, 'contexts'>,
): readonly SweepTask[] =>
  contexts.flatMap((context) => context.sweepTasks ?? []).map((type) => app.get<SweepTask>(type, { strict: false }));
