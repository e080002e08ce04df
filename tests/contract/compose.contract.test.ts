import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as gateway from '../../gateway/src/config.ts';
import * as auth from '../../services/auth/src/config.ts';
import * as finance from '../../services/finance/src/config.ts';
import * as ledger from '../../services/ledger/src/config.ts';
import * as notify from '../../services/notify/src/config.ts';
import * as users from '../../services/users/src/config.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface ComposeService {
  image?: string;
  environment?: Record<string, string | number>;
  networks?: string[];
  depends_on?: Record<string, { condition: string }>;
  logging?: { options?: Record<string, string> };
  mem_limit?: string;
  healthcheck?: { interval: string; start_interval: string };
}
interface Compose {
  services: Record<string, ComposeService>;
  networks: Record<string, { internal?: boolean } | null>;
}

const text = read('docker-compose.yml');
const compose = parse(text, { merge: true }) as Compose;
const example = read('.env.example');

/** `${NAME}`, `${NAME:-default}` and defaults within defaults, as compose fills them in. */
function fill(value: string | number, given: Record<string, string> = {}): string {
  const innermost = /(?<!\$)\$\{(\w+)(?::-([^${}]*))?\}/;
  let filled = String(value);
  for (let match = innermost.exec(filled); match; match = innermost.exec(filled)) {
    const [whole, name = '', preset = ''] = match;
    filled = filled.replace(whole, () => (given[name] === undefined || given[name] === '' ? preset : given[name]));
  }
  return filled;
}

/** The environment of a container. The image sets on which addresses its process listens. */
function environmentOf(service: string, given: Record<string, string> = {}): Record<string, string> {
  const entries = Object.entries(compose.services[service]?.environment ?? {});
  const listen = { HTTP_HOST: '0.0.0.0', GRPC_HOST: '0.0.0.0', HOST: '0.0.0.0' };
  return { ...listen, ...Object.fromEntries(entries.map(([name, value]) => [name, fill(value, given)])) };
}

const PROCESSES = { gateway, auth, users, ledger, finance, notify };
const NAMES = Object.keys(PROCESSES) as (keyof typeof PROCESSES)[];
const SECRET = 'a-secret-for-tests-of-at-least-32-characters';

/** Settings that no operator of this file needs. */
const NOT_PASSED: Record<string, string> = {
  HTTP_HOST: 'set by the image',
  GRPC_HOST: 'set by the image',
  HOST: 'set by the image',
  BUS_POSTGRES_URL: 'the stack has RabbitMQ',
  BUS_NAMESPACE: 'for several stacks on one broker',
  GOOGLE_JWKS_URL: "the provider's own",
  TWILIO_URL: "the provider's own",
  FCM_URL: "the provider's own",
  DEPLOYMENT: 'production in all',
};
/** What the kit or Node reads beside the settings of config.ts. */
const BESIDE = ['FLORIN_BIND', 'NODE_OPTIONS', 'AMQP_PASSWORD', 'POSTGRES_PASSWORD', 'SMTP_PASSWORD', 'DEPLOYMENT'];

describe.each(NAMES)('%s', (name) => {
  test('every setting of its config.ts can be passed, and nothing else is', () => {
    const settings = Object.keys(PROCESSES[name].shape).filter((setting) => !(setting in NOT_PASSED));
    const passed = Object.keys(compose.services[name]?.environment ?? {});
    expect(passed.filter((setting) => !BESIDE.includes(setting)).sort()).toEqual(settings.sort());
  });

  test('it starts with nothing set, and with .env.example and a secret', () => {
    const { readConfig } = PROCESSES[name];
    expect(() => readConfig(environmentOf(name))).not.toThrow();
    const given = Object.fromEntries(
      [...example.matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
    );
    expect(() =>
      readConfig(environmentOf(name, { ...given, INTERNAL_SECRET: SECRET, FLORIN_BIND: '0.0.0.0' })),
    ).not.toThrow();
  });

  test('published beyond this machine, it refuses to start without a secret of its own', () => {
    const { readConfig } = PROCESSES[name];
    const given = { FUNDING_PROVIDER: 'none' };
    expect(() => readConfig(environmentOf(name, { ...given, FLORIN_BIND: '0.0.0.0' }))).toThrow(/INTERNAL_SECRET/);
    expect(() => readConfig(environmentOf(name, { ...given, FLORIN_DOMAIN: 'pay.example' }))).toThrow(
      /INTERNAL_SECRET/,
    );
  });

  test('passwords may hold any character', () => {
    const password = 'a/b@c:d%2F#?';
    const given = { POSTGRES_PASSWORD: password, RABBITMQ_PASSWORD: password };
    const config = PROCESSES[name].readConfig(environmentOf(name, given)) as {
      AMQP_URL: string;
      POSTGRES_URL?: string;
    };
    for (const url of [config.AMQP_URL, config.POSTGRES_URL ?? config.AMQP_URL]) {
      expect(decodeURIComponent(new URL(url).password)).toBe(password);
    }
  });
});

test('published beyond this machine, the ledger refuses the sandbox, which lets everybody deposit what they like', () => {
  const given = { INTERNAL_SECRET: SECRET, FLORIN_BIND: '0.0.0.0' };
  expect(() => ledger.readConfig(environmentOf('ledger', given))).toThrow(/FUNDING_PROVIDER/);
  expect(ledger.readConfig(environmentOf('ledger', { ...given, FUNDING_PROVIDER: 'none' })).FUNDING_PROVIDER).toBe(
    'none',
  );
  expect(ledger.readConfig(environmentOf('ledger')).FUNDING_PROVIDER).toBe('sandbox');
});

test('.env.example names every variable of the compose file, and no other', () => {
  const used = new Set([...text.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name));
  const named = [...example.matchAll(/^(\w+)=/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...used].sort());
});

test('each service reaches the stores it uses and no others, as a role of its own', () => {
  const stores = ['postgres', 'mongodb', 'cache', 'mail'];
  const reached = NAMES.map((name) => compose.services[name]?.networks?.filter((network) => stores.includes(network)));
  expect(Object.fromEntries(NAMES.map((name, index) => [name, reached[index]]))).toEqual({
    gateway: ['cache'],
    auth: ['postgres'],
    users: ['mongodb'],
    ledger: ['postgres'],
    finance: ['postgres'],
    notify: ['mongodb', 'mail'],
  });
  for (const store of ['postgres', 'mongodb', 'cache']) expect(compose.networks[store]).toEqual({ internal: true });
  for (const name of ['auth', 'ledger', 'finance']) {
    const own = { [`${name.toUpperCase()}_POSTGRES_PASSWORD`]: `only-${name}`, POSTGRES_PASSWORD: 'of-the-superuser' };
    const environment = environmentOf(name, own);
    expect(new URL(environment['POSTGRES_URL'] ?? '').username).toBe(`florin_${name}`);
    expect(environment['POSTGRES_PASSWORD']).toBe(`only-${name}`);
    expect(environmentOf('postgres-roles', own)[`${name.toUpperCase()}_PASSWORD`]).toBe(`only-${name}`);
    expect(compose.services[name]?.depends_on?.['postgres-roles']?.condition).toBe('service_completed_successfully');
    expect(read('deploy/compose/postgres-roles.sh')).toContain(`make_role ${name} "$${name.toUpperCase()}_PASSWORD"`);
  }
});

test('every container has a pinned image or ours, a limit of memory, logs that rotate and seldom a check', () => {
  for (const [name, service] of Object.entries(compose.services)) {
    expect([name, service.image ?? 'ours:1.0']).toEqual([name, expect.stringMatching(/:v?\d+\.\d+[\w.-]*$/)]);
    expect([name, service.mem_limit]).toEqual([name, expect.stringMatching(/^\d+[mg]$/)]);
    expect([name, service.logging?.options]).toEqual([name, { 'max-size': '10m', 'max-file': '5' }]);
    if (service.healthcheck) expect(service.healthcheck).toMatchObject({ interval: '30s', start_interval: '2s' });
  }
  expect(compose.services['notify']?.depends_on).not.toHaveProperty('mailpit');
});

describe('the image', () => {
  const dockerfile = read('deploy/Dockerfile');
  const folders = (JSON.parse(read('package.json')) as { workspaces: string[] }).workspaces.flatMap((pattern) =>
    globSync(`${pattern}/package.json`, { cwd: ROOT }).map((path) => path.replace('/package.json', '')),
  );
  type Manifest = { name: string; dependencies?: Record<string, string>; devDependencies?: Record<string, string> };
  const manifests = new Map(folders.map((folder) => [folder, JSON.parse(read(`${folder}/package.json`)) as Manifest]));

  test('is installed from the package.json of every workspace', () => {
    for (const folder of folders) expect(dockerfile).toContain(`COPY ${folder}/package.json ${folder}/\n`);
  });

  test.each(['gateway', 'services/auth', 'services/users', 'services/ledger', 'services/finance', 'services/notify'])(
    'of %s holds every package that it needs, and none that is for tests',
    (folder) => {
      const byName = new Map([...manifests].map(([path, manifest]) => [manifest.name, path]));
      const needed = new Set([folder]);
      for (const path of needed) {
        const { dependencies = {}, devDependencies = {} } = manifests.get(path) ?? {};
        for (const name of Object.keys(dependencies)) if (byName.has(name)) needed.add(byName.get(name) ?? '');
        // npm follows these from a workspace that it links, whatever it omits
        expect([path, devDependencies]).toEqual([path, {}]);
      }
      expect([...needed]).not.toContain('packages/testing');
      for (const path of needed) if (path !== folder) expect(dockerfile).toContain(`COPY ${path} ${path}\n`);
    },
  );

  test('holds the web app, built from all that its sources extend and import', () => {
    expect(dockerfile).toContain('COPY --from=web /florin/web/dist web/dist\n');
    const [, stage = ''] = /FROM dependencies AS web\n([^]*?)RUN node web\/build\/main.ts/.exec(dockerfile) ?? [];
    for (const path of ['packages/errors', 'packages/money', 'web']) expect(stage).toContain(`COPY ${path} ${path}\n`);
    expect(stage).toContain('COPY tsconfig.base.json ./\n');
  });

  test('is of a pinned Node', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)]
      .map(([, base]) => base)
      .filter((base) => base !== 'dependencies');
    expect(bases).toEqual(['node:24.11-slim', 'node:24.11-slim']);
  });
});
