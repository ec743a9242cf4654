import type { INestApplicationContext } from '@nestjs/common';
import type { AnyStreams } from '#platform/policies';
import type { Installation } from './installation.js';

/** Streams of every aggregate in a composed application, for policies and the demo. */
export const streamsOf = (
  app: Pick<INestApplicationContext, 'get'>,
  { contexts }: Pick<Installation, 'contexts'>,
): readonly AnyStreams[] =>
  contexts.flatMap((context) => context.streams).map((type) => app.get<AnyStreams>(type, { strict: false }));
