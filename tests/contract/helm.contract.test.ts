import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import * as gateway from '../../gateway/src/config.ts';
import * as auth from '../../services/auth/src/config.ts';
import * as finance from '../../services/finance/src/config.ts';
import * as ledger from '../../services/ledger/src/config.ts';
import * as notify from '../../services/notify/src/config.ts';
import * as users from '../../services/users/src/config.ts';

const CHART = join(import.meta.dirname, '../../deploy/helm/florin');
const PROCESSES = { gateway, auth, users, ledger, finance, notify };
const NAMES = Object.keys(PROCESSES) as (keyof typeof PROCESSES)[];
const VALUES = readdirSync(join(CHART, 'values')).sort();
/** What a Secret would hold. */
const SECRETS: Record<string, string> = {
  INTERNAL_SECRET: 'a-secret-for-tests-of-at-least-32-characters',
  AMQP_URL: 'amqp://rabbitmq',
  REDIS_URL: 'redis://redis',
  POSTGRES_URL: 'postgres://postgres/florin',
  MONGODB_URL: 'mongodb://mongodb/florin',
};
/** What Node reads itself, and what is told to all though not all ask. */
const BESIDE = ['NODE_OPTIONS', 'DEPLOYMENT'];

interface Container {
  env: { name: string; value?: string; valueFrom?: { secretKeyRef: { name: string; key: string } } }[];
  ports: { name: string; containerPort: number }[];
  securityContext: object;
  resources: object;
  startupProbe: object;
  readinessProbe: { httpGet: { path: string } };
  livenessProbe: { httpGet: { path: string } };
}
interface Resource {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: Record<string, unknown>;
}
interface PodSpec {
  containers: Container[];
  securityContext: object;
  terminationGracePeriodSeconds: number;
  topologySpreadConstraints: unknown[];
}

const helm = spawnSync('helm', ['version']).status === 0;
const whenInstalled = helm ? describe : describe.skip;
if (!helm) console.warn('helm is not installed (npm run check:deploy says how): the chart was not rendered');

function render(values?: string): Resource[] {
  const args = [
    'template',
    'florin',
    CHART,
    '--kube-version',
    '1.31.0',
    ...(values ? ['-f', join(CHART, 'values', values)] : []),
  ];
  const documents = parseAllDocuments(execFileSync('helm', args, { encoding: 'utf8', stdio: 'pipe' }));
  return documents.flatMap((document) => {
    expect(document.errors).toEqual([]);
    const resource = document.toJS() as Resource | null;
    return resource ? [resource] : [];
  });
}

const find = (resources: Resource[], kind: string, name: string) =>
  resources.find((each) => each.kind === kind && each.metadata.name === `florin-${name}`);
const podOf = (resources: Resource[], name: string) =>
  (find(resources, 'Deployment', name)?.spec['template'] as { spec: PodSpec }).spec;
const containerOf = (resources: Resource[], name: string) => podOf(resources, name).containers[0]!;

whenInstalled('the chart', () => {
  test('passes helm lint', () => {
    expect(execFileSync('helm', ['lint', '--strict', CHART], { encoding: 'utf8' })).toContain('0 chart(s) failed');
  });

  test.each([undefined, ...VALUES])('renders with %s, every resource once', (values) => {
    const names = render(values).map(({ apiVersion, kind, metadata }) => `${apiVersion} ${kind} ${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(20);
  });

  describe.each(NAMES)('%s', (name) => {
    const resources = helm ? render() : [];

    test('is given settings that it has, and starts with them', () => {
      const container = containerOf(resources, name);
      const given = container.env.map((each) => each.name);
      expect(new Set(given).size).toBe(given.length);
      const { shape, readConfig } = PROCESSES[name];
      expect(given.filter((each) => !(each in shape) && !BESIDE.includes(each))).toEqual([]);
      const environment = Object.fromEntries(
        container.env.map((each) => [each.name, each.value ?? SECRETS[each.name]]),
      );
      expect(() =>
        readConfig({ HTTP_HOST: '0.0.0.0', GRPC_HOST: '0.0.0.0', HOST: '0.0.0.0', ...environment }),
      ).not.toThrow();
      for (const secret of Object.keys(SECRETS)) {
        const entry = container.env.find((each) => each.name === secret);
        if (entry) expect(entry.value).toBeUndefined();
      }
    });

    test('calls the neighbours that its settings name, and they let it in', () => {
      const settings = Object.keys(PROCESSES[name].shape).filter((each) => each.endsWith('_GRPC'));
      const { env } = containerOf(resources, name);
      expect(
        env
          .map((each) => each.name)
          .filter((each) => each.endsWith('_GRPC'))
          .sort(),
      ).toEqual(settings.sort());
      for (const setting of settings) {
        const neighbour = setting.replace('_GRPC', '').toLowerCase();
        const [host, port] = env.find((each) => each.name === setting)?.value?.split(':') ?? [];
        expect(host).toBe(`florin-${neighbour}`);
        const listens = containerOf(resources, neighbour).ports.find((each) => each.name === 'grpc')?.containerPort;
        expect(Number(port)).toBe(listens);
        const policy = find(resources, 'NetworkPolicy', neighbour)?.spec['ingress'] as {
          ports: { port: number }[];
          from?: { podSelector?: { matchLabels: Record<string, string> } }[];
        }[];
        const callers = policy.find(({ ports }) => ports[0]?.port === listens)?.from ?? [];
        const labels = callers.map(({ podSelector }) => podSelector?.matchLabels['app.kubernetes.io/name']);
        expect(labels).toContain(name);
      }
    });

    test('runs as nobody, on a file system that it can not write, and is probed, spread and kept', () => {
      const pod = podOf(resources, name);
      const container = containerOf(resources, name);
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.readinessProbe.httpGet.path).toBe('/readyz');
      expect(container.livenessProbe.httpGet.path).toBe('/healthz');
      expect(container.startupProbe).toBeDefined();
      expect(container.resources).toMatchObject({ requests: { cpu: expect.any(String) as string }, limits: {} });
      const lameDuckMs = Number(container.env.find((each) => each.name === 'LAME_DUCK_MS')?.value);
      expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThan(lameDuckMs + 5_000);
      expect(pod.topologySpreadConstraints).toHaveLength(2);
      expect(find(resources, 'PodDisruptionBudget', name)?.spec['maxUnavailable']).toBe(1);
    });
  });

  test('scales the gateway by its CPU, and with KEDA the services by what waits', () => {
    const scaled = render('operators.yaml');
    expect(find(scaled, 'HorizontalPodAutoscaler', 'gateway')).toBeDefined();
    expect(
      scaled
        .filter(({ kind }) => kind === 'ScaledObject')
        .map(({ metadata }) => metadata.name)
        .sort(),
    ).toEqual(['auth', 'finance', 'ledger', 'notify', 'users'].map((name) => `florin-${name}`));
    // a count of its own would fight with the scaler's
    for (const name of NAMES) expect(find(scaled, 'Deployment', name)?.spec).not.toHaveProperty('replicas');
    expect(scaled.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['Cluster', 'RabbitmqCluster', 'MongoDBCommunity', 'PodMonitor']),
    );
  });
});
