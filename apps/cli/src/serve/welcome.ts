import type { Environment } from '#platform/environment';
import { tableLines } from '../terminal/table.js';

interface Persona {
  readonly personId: string;
  readonly name: string;
  readonly title: string | null;
  readonly place: string | null;
}

/** Next steps for the user who started Samspill. */
export function welcome(
  address: string,
  {
    databaseUrl,
    databaseLogins,
    dataFolder,
    oidc,
    origin,
  }: Pick<Environment, 'databaseUrl' | 'databaseLogins' | 'dataFolder' | 'oidc' | 'origin'>,
  personas: readonly Persona[],
): readonly string[] {
  const where =
    databaseUrl === undefined && databaseLogins.api === undefined
      ? dataFolder
      : `the database of DATABASE_URL (session key: ${dataFolder})`;
  return [
    '',
    `  API documentation   ${address}/api/docs`,
    `  Data                ${where}`,
    '  Stop                Ctrl-C',
    '',
    ...(personas.length > 0
      ? [
          'Demodata: «Fjordvik kommune» and everyone in it is invented. Open the address and choose whom to be, or sign in over HTTP:',
          '',
          ...tableLines(
            ['name', 'title', 'place', 'personId'],
            personas.map(({ name, title, place, personId }) => [name, title ?? '', place ?? '', personId]),
            200,
          ).map((line) => `  ${line}`),
          '',
          `  curl -c cookies -H 'content-type: application/json' -d '{"personId":"${personas[0]!.personId}"}' ${address}/api/session`,
        ]
      : oidc
        ? [`People sign in at ${oidc.name} (${oidc.issuer}), and come back to ${origin ?? ''}.`]
        : ['No demo, and no OpenID provider: nobody can sign in yet. docs/sign-in.md says how to set one.']),
    '',
  ];
}
