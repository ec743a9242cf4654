import { actionsContext } from '#actions';
import { alertsContext } from '#alerts';
import { calendarContext } from '#calendar';
import type { Context } from '#platform/composition';
import { meetingsContext } from '#meetings';
import { digestsContext } from '#digests';
import { registryContext } from '#registry';
import { searchContext } from '#search';
import { newsContext } from '#news';
import { signInContext } from '#sign-in';
import { operationsContext } from '#operations';
import { factsContext, statisticsContext } from '#statistics';
import type { EntityClass, MigrationClass } from '#platform/database';
import { kurrentMigrations } from '#platform/event-store-kurrentdb';
import { eventStoreMigrations } from '#platform/event-store-postgres';
import { followerMigrations } from '#platform/followers';
import { CreateRateLimits1796300000341 } from '#platform/http';
import { ConfirmSessions1796300010000, CreateSessions1796300000301 } from '#platform/identity';
import { jobMigrations } from '#platform/jobs';
import { OpenId1796300000400, OperatorReadsIdentityKey1796300007002 } from '#platform/openid';
import { mailEntities, mailMigrations } from '#platform/mail';

/** Every context, in order of dependency. The only such list. */
export const contexts: readonly Context[] = [
  registryContext,
  signInContext,
  factsContext,
  meetingsContext,
  actionsContext,
  alertsContext,
  newsContext,
  calendarContext,
  digestsContext,
  statisticsContext,
  searchContext,
  operationsContext,
];

/** Every entity of the installation: those of mail, and each context's. */
export const entities: readonly EntityClass[] = [...mailEntities, ...contexts.flatMap((context) => context.entities)];

/** Every migration of the installation: the platform's own tables first, then each context's. */
export const migrations: readonly MigrationClass[] = [
  ...eventStoreMigrations,
  ...followerMigrations,
  ...kurrentMigrations,
  ...jobMigrations,
  ...mailMigrations,
  CreateSessions1796300000301,
  ConfirmSessions1796300010000,
  OpenId1796300000400,
  OperatorReadsIdentityKey1796300007002,
  CreateRateLimits1796300000341,
  ...contexts.flatMap((context) => context.migrations),
];
