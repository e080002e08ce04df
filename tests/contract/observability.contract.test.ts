import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const list = (folder: string) => readdirSync(join(ROOT, folder)).sort();

interface Rule {
  alert?: string;
  record?: string;
  expr: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}
interface RuleTest {
  tests: {
    input_series: { series: string }[];
    alert_rule_test: { alertname: string; exp_alerts: unknown[] }[];
  }[];
}

const rules = (parse(read('deploy/prometheus/rules/florin.yml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);
const alerts = rules.flatMap((rule) => (rule.alert === undefined ? [] : [{ ...rule, alert: rule.alert }]));
const ruleTests = list('deploy/prometheus/tests').map(
  (file) => parse(read(`deploy/prometheus/tests/${file}`)) as RuleTest,
);
const dashboards = list('deploy/grafana/dashboards').map((file) => read(`deploy/grafana/dashboards/${file}`));
const services = Object.keys((parse(read('docker-compose.yml'), { merge: true }) as { services: object }).services);

/** Names of docs/metrics.md, which is made of the registries and held to a running stack by the suite of six processes. */
const known = new Set([...read('docs/metrics.md').matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name));
/** Of Prometheus and its exporter of probes. */
const FOREIGN = ['up', 'probe_success', 'probe_ssl_earliest_cert_expiry'];
const metricsIn = (text: string) => [...text.matchAll(/\b(?:florin|nodejs|process|probe)_\w+/g)].map(([name]) => name);
const isKnown = (name: string) =>
  known.has(name) || FOREIGN.includes(name) || known.has(name.replace(/_(bucket|sum|count)$/, ''));
const kebab = (name: string) => name.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();

test('rules, their tests and dashboards use metrics that a process tells, by labels that it gives', () => {
  const texts = [
    ...rules.map(({ expr }) => expr),
    ...ruleTests.flatMap(({ tests }) => tests.flatMap((each) => each.input_series.map(({ series }) => series))),
    ...dashboards,
  ];
  expect(texts.flatMap(metricsIn).filter((name) => !isKnown(name))).toEqual([]);
  expect(known.size).toBeGreaterThan(50);
});

test('recorded series that are used are recorded', () => {
  const recorded = rules.flatMap(({ record }) => record ?? []);
  const used = [...rules.map(({ expr }) => expr), ...dashboards].flatMap((text) => text.match(/florin:\w+:\w+/g) ?? []);
  expect([...new Set(used)].filter((name) => !recorded.includes(name))).toEqual([]);
});

test('every alert has a runbook, a severity and a summary, and every runbook its alert', () => {
  for (const { alert, labels, annotations } of alerts) {
    expect([alert, annotations?.['runbook']]).toEqual([alert, `docs/runbooks/${kebab(alert)}.md`]);
    expect([alert, labels?.['severity']]).toEqual([alert, expect.stringMatching(/^(page|ticket)$/)]);
    expect(annotations?.['summary']).toBeTruthy();
    expect(read(annotations?.['runbook'] ?? '')).toMatch(/^# .+\n\n[^]+\n## Look\n\n- [^]+\n## Do\n\n- /);
  }
  const pages = list('docs/runbooks').filter((file) => file !== 'README.md');
  expect(pages).toEqual(alerts.map(({ alert }) => `${kebab(alert)}.md`).sort());
});

test('runbooks name metrics and settings that there are, and link to pages that there are', () => {
  for (const page of list('docs/runbooks')) {
    const text = read(`docs/runbooks/${page}`);
    expect([page, metricsIn(text).filter((name) => !isKnown(name))]).toEqual([page, []]);
    for (const [, target = ''] of text.matchAll(/\]\(([\w-]+\.md)/g)) expect(list('docs/runbooks')).toContain(target);
  }
});

test('every alert is tested to fire and to stay quiet', () => {
  const tried = ruleTests.flatMap(({ tests }) => tests.flatMap((each) => each.alert_rule_test));
  const fired = tried.filter((each) => each.exp_alerts.length > 0).map(({ alertname }) => alertname);
  const quiet = tried.filter((each) => each.exp_alerts.length === 0).map(({ alertname }) => alertname);
  const names = alerts.map(({ alert }) => alert).sort();
  expect([...new Set(fired)].sort()).toEqual(names);
  expect([...new Set(quiet)].sort()).toEqual(names);
});

test('a dashboard has panels with queries, and an id of its own', () => {
  const parsed = dashboards.map(
    (text) => JSON.parse(text) as { uid: string; panels: { targets: { expr: string }[] }[] },
  );
  expect(new Set(parsed.map(({ uid }) => uid)).size).toBe(parsed.length);
  for (const { panels } of parsed) for (const { targets } of panels) expect(targets.length).toBeGreaterThan(0);
});

test('what scrapes and exports goes to containers that there are', () => {
  const texts = [
    read('deploy/prometheus/prometheus.yml'),
    ...list('deploy/observability').map((file) => read(`deploy/observability/${file}`)),
    read('deploy/grafana/provisioning/datasources/florin.yml'),
  ];
  const hosts = texts.flatMap((text) =>
    [...text.matchAll(/(?:http:\/\/|')([a-z]+):\d{4,5}/g)].map(([, host = '']) => host),
  );
  expect(hosts.length).toBeGreaterThan(8);
  expect(hosts.filter((host) => !services.includes(host))).toEqual([]);
});

const promtool = spawnSync('promtool', ['--version']).status === 0;
const whenInstalled = promtool ? test : test.skip;
if (!promtool)
  console.warn('promtool is not installed (apt-get install prometheus): the rules themselves were not run');

whenInstalled('promtool takes the configuration and the rules, and every test of a rule holds', () => {
  const folder = join(ROOT, 'deploy/prometheus');
  const run = (...args: string[]) => execFileSync('promtool', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  expect(run('check', 'config', 'prometheus.yml')).toContain('SUCCESS');
  expect(run('check', 'rules', 'rules/florin.yml')).toContain('SUCCESS');
  const files = list('deploy/prometheus/tests').map((file) => `tests/${file}`);
  expect(run('test', 'rules', ...files).match(/SUCCESS/g)).toHaveLength(files.length);
});
