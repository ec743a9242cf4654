import { importJWK } from 'jose';
import * as client from 'openid-client';
import type { OidcEnvironment } from '#platform/environment';

const ALGORITHMS = { RSA: 'PS256', EC: 'ES256', OKP: 'EdDSA' } as const;

/** How the installation proves itself at the provider: by a signed assertion, or by its secret in the way it accepts. */
export async function credentialsOf(
  credentials: OidcEnvironment['credentials'],
  { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] }: client.ServerMetadata,
): Promise<client.ClientAuth> {
  if ('key' in credentials) {
    const { key } = credentials;
    const imported = await importJWK(key, key.alg ?? ALGORITHMS[key.kty]);
    if (imported instanceof Uint8Array) throw new Error('The key of the client is symmetric');
    return client.PrivateKeyJwt(key.kid === undefined ? imported : { key: imported, kid: key.kid });
  }
  const { secret } = credentials;
  return methods.includes('client_secret_basic') ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret);
}
