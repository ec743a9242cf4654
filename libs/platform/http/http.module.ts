import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, ModuleRef } from '@nestjs/core';
import { Sessions } from '#platform/identity';
import type { RefusalTexts } from '#platform/kernel';
import { LOG, Metrics, SavingHealth, type HealthPart, type Log } from '#platform/observability';
import { AccessGuard } from './access.guard.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { HEALTH_PARTS, HealthController } from './health.controller.js';
import { HTTP_OPTIONS, type HttpOptions } from './http-options.js';
import { MetricsController } from './metrics.controller.js';
import { SecurityTxtController } from './security-txt.controller.js';
import { DocsController } from './openapi/docs.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { PathForms } from './path-forms.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimits } from './rates/rate-limits.js';
import { RefusalCatalog } from './refusal-catalog.js';
import { RouteTable } from './route-table.js';
import { SubjectFinders } from './subject-finders.js';
import type { SubjectFinder } from './subjects.js';
import { ValidationPipe } from './validation.pipe.js';

/**
 * The parts that the composition root gives to the HTTP module. `Freshness` and `CLOCK` come from global providers.
 */
export interface HttpParts {
  /** A module that exports `Askers`. */
  readonly askers: DynamicModule;
  readonly options: HttpOptions;
  readonly refusals: readonly RefusalTexts[];
  /** Injectable classes that the contexts' modules provide. */
  readonly subjects: readonly Type<SubjectFinder>[];
  readonly sessions: Sessions;
  readonly rates: RateLimits;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly health: readonly HealthPart[];
  /** Notified of writes that the database could not carry out. */
  readonly saving: SavingHealth;
}

/** Guard, validation, answers, problems, OpenAPI, health and metrics, for every route of the application. */
@Module({})
export class HttpModule {
  static with(parts: HttpParts): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [DiscoveryModule, parts.askers],
      controllers: [HealthController, MetricsController, SecurityTxtController, OpenApiController, DocsController],
      providers: [
        { provide: HTTP_OPTIONS, useValue: parts.options },
        { provide: LOG, useValue: parts.log },
        { provide: Metrics, useValue: parts.metrics },
        { provide: HEALTH_PARTS, useValue: parts.health },
        { provide: SavingHealth, useValue: parts.saving },
        { provide: Sessions, useValue: parts.sessions },
        { provide: RateLimits, useValue: parts.rates },
        { provide: RefusalCatalog, useValue: new RefusalCatalog(...parts.refusals) },
        {
          provide: SubjectFinders,
          inject: [ModuleRef],
          useFactory: (modules: ModuleRef) =>
            new SubjectFinders(() => parts.subjects.map((finder) => modules.get(finder, { strict: false }))),
        },
        RouteTable,
        PathForms,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [RouteTable, Sessions, LOG, HTTP_OPTIONS],
    };
  }
}
