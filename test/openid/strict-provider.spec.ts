import { expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { letIn, logIn, provider, who, withProvider } from './application-with-provider.js';
import { Browser } from './browser.js';
import { FJORDVIK, personOf } from './sign-in-story.js';

// A provider that knows the installation by a key, and takes pushed requests only (as HelseID demands).

withProvider(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const named = { kid: 'samspill-1', alg: 'ES256' };
  return {
    demands: { clientKey: { ...(await exportJWK(publicKey)), ...named, use: 'sig' }, pushedRequests: true },
    settings: {
      OIDC_CLIENT_SECRET: undefined,
      OIDC_CLIENT_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), ...named }),
    },
  };
});

test('signs people in by private_key_jwt and pushed requests', async () => {
  await letIn('nils-at-provider', FJORDVIK, personOf(FJORDVIK, 'director'));
  const browser = new Browser();
  expect(await logIn(browser, 'nils-at-provider', '/moter')).toBe('/moter');
  expect(await who(browser)).toMatchObject({ personId: personOf(FJORDVIK, 'director') });
  expect(provider.asked).toContain('/request');
  // The browser carries a reference to the request, and nothing of it.
  const authorize = browser.visited.find((address) => address.startsWith(`${provider.issuer}/auth`))!;
  expect([...new URL(authorize).searchParams.keys()].toSorted()).toEqual(['client_id', 'request_uri']);
});
