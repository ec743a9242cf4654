import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readEnvironment } from './environment.js';
import { StartRefused } from './start-refused.js';

const refusal = (variables: Record<string, string>): string => {
  try {
    readEnvironment(variables, '/home/ola');
  } catch (error) {
    if (error instanceof StartRefused) return error.message;
    throw error;
  }
  return 'nothing was refused';
};

const WHOLE = {
  OIDC_ISSUER: 'https://login.example.no',
  OIDC_CLIENT_ID: 'samspill',
  OIDC_CLIENT_SECRET: 'hemmelig',
  SAMSPILL_ORIGIN: 'https://samspill.example.no',
};
const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(WHOLE).filter(([name]) => !names.includes(name)));

describe('the settings of sign-in by OpenID Connect', () => {
  test('are complete with issuer, client, secret and origin', () => {
    expect(readEnvironment(WHOLE, '/').oidc).toEqual({
      issuer: 'https://login.example.no',
      clientId: 'samspill',
      credentials: { secret: 'hemmelig' },
      scopes: 'openid profile email',
      acr: [],
      stepUpAcr: [],
      name: 'login.example.no',
    });
    expect(readEnvironment({}, '/').oidc).toBeUndefined();
  });

  test('take levels of assurance in order, scopes and a name', () => {
    const levels = { OIDC_ACR: 'high substantial', OIDC_STEP_UP_ACR: 'high' };
    const more = { ...levels, OIDC_SCOPES: 'openid profile', OIDC_NAME: 'Feide' };
    expect(readEnvironment({ ...WHOLE, ...more }, '/').oidc).toMatchObject({
      acr: ['high', 'substantial'],
      stepUpAcr: ['high'],
      scopes: 'openid profile',
      name: 'Feide',
    });
  });

  test('take a private key in place of the secret', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const rest = without('OIDC_CLIENT_SECRET');
    const key = privateKey.export({ format: 'jwk' });
    expect(readEnvironment({ ...rest, OIDC_CLIENT_KEY: JSON.stringify(key) }, '/').oidc).toMatchObject({
      credentials: { key },
    });
    const sentence = refusal({ ...rest, OIDC_CLIENT_KEY: JSON.stringify(publicKey.export({ format: 'jwk' })) });
    expect(sentence).toBe('OIDC_CLIENT_KEY must be a private key as JWK (JSON with kty, kid and d).');
  });

  test.each<[Record<string, string>, string]>([
    [without('OIDC_ISSUER'), 'OIDC_CLIENT_ID is set without OIDC_ISSUER, the OpenID provider: set both.'],
    [without('OIDC_CLIENT_ID'), 'OIDC_ISSUER needs OIDC_CLIENT_ID, the name of this client at the provider.'],
    [without('OIDC_CLIENT_SECRET'), 'OIDC_ISSUER needs either OIDC_CLIENT_SECRET or OIDC_CLIENT_KEY, and not both.'],
    [
      without('SAMSPILL_ORIGIN'),
      'OIDC_ISSUER needs SAMSPILL_ORIGIN, the address to which the provider sends people back.',
    ],
    [
      { ...WHOLE, SAMSPILL_ORIGIN: 'http://samspill.example.no' },
      'OIDC_ISSUER needs a SAMSPILL_ORIGIN that begins with https; http is for this machine only.',
    ],
    [
      { ...WHOLE, OIDC_ISSUER: 'http://login.example.no' },
      'OIDC_ISSUER must be the address of an OpenID provider such as https://auth.dataporten.no; http is for this machine only.',
    ],
    [
      { ...WHOLE, OIDC_SCOPES: 'profile email' },
      'OIDC_SCOPES must be words separated by spaces, openid among them, such as openid profile email.',
    ],
  ])('refuse %j in one sentence', (variables, sentence) => {
    expect(refusal(variables)).toBe(sentence);
  });
});
