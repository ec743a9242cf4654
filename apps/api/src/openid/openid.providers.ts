import type { FactoryProvider } from '@nestjs/common';
import { isSecure, type Installation } from '../../../composition/src/index.js';
import { Askers, previousKey, sessionKey, Sessions } from '#platform/identity';
import { LOG, type Log } from '#platform/observability';
import { OpenIdProvider, PostgresIdentityIds, PostgresUsedOnce, SealedCookies } from '#platform/openid';
import type { ApiSettings } from '../api-settings.js';
import { InvitationController } from './invitation.controller.js';
import { LogoutController } from './logout.controller.js';
import { OpenIdConnect, type OpenIdParts } from './openid-connect.js';
import { OpenIdController } from './openid.controller.js';
import { OwnMunicipalitiesController } from './own-municipalities.controller.js';
import { SignInController } from './sign-in.controller.js';

export const OPENID_CONTROLLERS = [
  OpenIdController,
  LogoutController,
  SignInController,
  InvitationController,
  OwnMunicipalitiesController,
];

/** Sign-in by OpenID Connect of an installation. Its provider may be down: it is asked when somebody signs in. */
export const openIdConnect = (
  environment: ApiSettings['environment'],
  installation: Pick<Installation, 'clock' | 'dataSource'>,
): FactoryProvider<OpenIdConnect> => ({
  provide: OpenIdConnect,
  inject: [Askers, Sessions, LOG],
  useFactory: (askers: Askers, sessions: Sessions, log: Log) =>
    new OpenIdConnect(partsOf(environment, installation), askers, sessions, log),
});

function partsOf(
  { oidc, origin, dataFolder, ...keys }: ApiSettings['environment'],
  { clock, dataSource }: Pick<Installation, 'clock' | 'dataSource'>,
): OpenIdParts | undefined {
  if (!oidc || origin === undefined) return undefined;
  return {
    provider: new OpenIdProvider(oidc, origin, clock),
    cookies: new SealedCookies(
      sessionKey(keys.sessionKey, dataFolder),
      isSecure(origin),
      clock,
      previousKey(keys.previousSessionKey),
    ),
    used: new PostgresUsedOnce(dataSource, clock),
    ids: new PostgresIdentityIds(dataSource),
    clock,
  };
}
