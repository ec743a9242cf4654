import type { INestApplicationContext } from '@nestjs/common';
import type { Installation } from '../../../composition/src/index.js';

/** Longest wait until the read models show the effect of a command. */
const SEEN_WITHIN_MS = 120_000;

/**
 * Composes the application for a command that writes: handlers to run, and followers, so that its effect is visible
 * when the command ends. When Samspill is already running, its followers do the work and these wait.
 */
export async function withApplication<T>(
  installation: Installation,
  use: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const [{ NestFactory }, { AppModule }, { followersOf }, { openLog }] = await Promise.all([
    import('@nestjs/core'),
    import('../../../composition/src/index.js'),
    import('../../../worker/src/index.js'),
    import('#platform/observability'),
  ]);
  const app = await NestFactory.createApplicationContext(AppModule.of(installation), {
    abortOnError: false,
    logger: false,
  });
  const followers = followersOf(installation, app, openLog('silent'));
  try {
    followers.start();
    await untilSeen(installation);
    const answer = await use(app);
    await untilSeen(installation);
    return answer;
  } finally {
    await followers.stop();
    await app.close();
  }
}

async function untilSeen({ events, freshness }: Installation): Promise<void> {
  await freshness.reached(await events.head(), SEEN_WITHIN_MS);
}
