import { Module, type DynamicModule } from '@nestjs/common';
import { AppModule, isSecure, type Installation } from '../../composition/src/index.js';
import { DEFAULT_HTTP_OPTIONS, HttpModule, RateLimits } from '#platform/http';
import { LiveController } from '#platform/live';
import { Metrics } from '#platform/observability';
import { Freshness } from '#platform/projections';
import type { ApiSettings } from './api-settings.js';
import { OPENID_CONTROLLERS, openIdConnect } from './openid/openid.providers.js';
import { ConfirmationController } from './session/confirmation.controller.js';
import { PersonaController } from './session/persona.controller.js';
import { PersonaPicker } from './session/persona-picker.js';
import { SessionController } from './session/session.controller.js';
import { SessionsController } from './session/sessions.controller.js';
import { SignedInPerson } from './session/signed-in-person.js';

/** The API application: all contexts, HTTP, sign-in. */
@Module({})
export class ApiModule {
  static of(installation: Installation, settings: ApiSettings): DynamicModule {
    const { environment, freshness } = settings;
    const { origin, trustedProxies, rates } = environment;
    const secure = isSecure(origin);
    const application = AppModule.of(installation, settings.live);
    return {
      module: ApiModule,
      global: true,
      imports: [
        application,
        HttpModule.with({
          askers: application,
          options: {
            ...DEFAULT_HTTP_OPTIONS,
            origin,
            trustedProxies,
            secure,
            securityContact: environment.securityContact,
            pages: settings.pages,
          },
          refusals: installation.contexts.flatMap((context) => context.refusals),
          subjects: installation.contexts.flatMap((context) => context.subjects),
          sessions: installation.sessions,
          rates: new RateLimits(rates, installation.links, installation.dataSource, settings.log),
          log: settings.log,
          metrics: new Metrics(settings.measures, { process: true }),
          health: settings.health,
          saving: installation.saving,
        }),
      ],
      controllers: [
        SessionController,
        SessionsController,
        ConfirmationController,
        ...(environment.oidc ? [] : [PersonaController]),
        ...OPENID_CONTROLLERS,
        LiveController,
      ],
      providers: [
        ...(environment.oidc ? [] : [PersonaPicker]),
        openIdConnect(environment, installation),
        SignedInPerson,
        { provide: Freshness, useValue: freshness },
      ],
      exports: [Freshness],
    };
  }
}
