/** A panel: its title, its unit in Grafana's words, and its queries with the legend of each. */
export interface Panel {
  title: string;
  unit: string;
  queries: [expr: string, legend: string][];
  kind?: 'timeseries' | 'stat' | 'table';
  exemplars?: true;
}

export interface Dashboard {
  uid: string;
  title: string;
  panels: Panel[];
}

const quantile = (q: number, metric: string, by: string, filter = ''): string =>
  `histogram_quantile(${q}, sum by (le, ${by}) (rate(${metric}_bucket${filter}[$__rate_interval])))`;
const rate = (metric: string, by: string, filter = ''): string =>
  `sum by (${by}) (rate(${metric}${filter}[$__rate_interval]))`;

const HTTP = 'florin_http_request_duration_seconds';
const AT_GATEWAY = '{service="gateway",route!~"/healthz|/readyz|/metrics"}';
const FAILED_AT_GATEWAY = '{service="gateway",status=~"5.."}';

const overview: Dashboard = {
  uid: 'florin-overview',
  title: 'Florin: overview',
  panels: [
    {
      title: 'Processes up',
      unit: 'none',
      kind: 'stat',
      queries: [['sum by (service) (up{job="florin"})', '{{service}}']],
    },
    {
      title: 'Requests that fail, last hour',
      unit: 'percentunit',
      kind: 'stat',
      queries: [['florin:gateway_errors:ratio_rate1h', 'failed']],
    },
    { title: 'Requests', unit: 'reqps', queries: [[rate(`${HTTP}_count`, 'status', AT_GATEWAY), '{{status}}']] },
    {
      title: 'Time of a request',
      unit: 's',
      exemplars: true,
      queries: [
        [quantile(0.5, HTTP, 'service', AT_GATEWAY), 'half'],
        [quantile(0.99, HTTP, 'service', AT_GATEWAY), '99 of 100'],
      ],
    },
    {
      title: 'Failures by path',
      unit: 'reqps',
      queries: [[rate(`${HTTP}_count`, 'route, status', FAILED_AT_GATEWAY), '{{status}} {{route}}']],
    },
    {
      title: 'Calls between services, 99 of 100',
      unit: 's',
      queries: [
        [quantile(0.99, 'florin_grpc_client_duration_seconds', 'service, target'), '{{service}} to {{target}}'],
      ],
    },
    { title: 'CPU', unit: 'none', queries: [[rate('process_cpu_seconds_total', 'service'), '{{service}}']] },
    {
      title: 'Memory',
      unit: 'bytes',
      queries: [['process_resident_memory_bytes{job="florin"}', '{{service}} {{instance}}']],
    },
    {
      title: 'Event loop, 99 of 100',
      unit: 's',
      queries: [['nodejs_eventloop_lag_p99_seconds', '{{service}} {{instance}}']],
    },
    {
      title: 'Waiting for a connection, 99 of 100',
      unit: 's',
      queries: [[quantile(0.99, 'florin_pool_wait_seconds', 'pool'), '{{pool}}']],
    },
  ],
};

const ledger: Dashboard = {
  uid: 'florin-ledger',
  title: 'Florin: ledger',
  panels: [
    {
      title: 'Breaches found',
      unit: 'none',
      kind: 'stat',
      queries: [['max(florin_ledger_integrity_breaches)', 'breaches']],
    },
    {
      title: 'Not sealed for',
      unit: 's',
      kind: 'stat',
      queries: [['max(florin_ledger_unsealed_seconds)', 'unsealed']],
    },
    { title: 'Transfers', unit: 'ops', queries: [[rate('florin_ledger_transfers_total', 'kind'), '{{kind}}']] },
    { title: 'Refusals', unit: 'ops', queries: [[rate('florin_ledger_refusals_total', 'code'), '{{code}}']] },
    {
      title: 'Wait of a batch',
      unit: 's',
      queries: [
        [quantile(0.5, 'florin_ledger_batch_wait_seconds', 'service'), 'half'],
        [quantile(0.99, 'florin_ledger_batch_wait_seconds', 'service'), '99 of 100'],
      ],
    },
    {
      title: 'Time of a batch',
      unit: 's',
      queries: [
        [quantile(0.5, 'florin_ledger_batch_duration_seconds', 'service'), 'half'],
        [quantile(0.99, 'florin_ledger_batch_duration_seconds', 'service'), '99 of 100'],
      ],
    },
    {
      title: 'Postings of a batch',
      unit: 'none',
      queries: [
        [
          'sum(rate(florin_ledger_batch_postings_sum[$__rate_interval])) / sum(rate(florin_ledger_batch_postings_count[$__rate_interval]))',
          'mean',
        ],
        [quantile(0.99, 'florin_ledger_batch_postings', 'service'), '99 of 100'],
      ],
    },
    {
      title: 'Connections',
      unit: 'none',
      queries: [['sum by (pool, state) (florin_pool_connections{service="ledger"})', '{{pool}} {{state}}']],
    },
  ],
};

const edge: Dashboard = {
  uid: 'florin-edge',
  title: 'Florin: edge',
  panels: [
    { title: 'Requests by path', unit: 'reqps', queries: [[rate(`${HTTP}_count`, 'route', AT_GATEWAY), '{{route}}']] },
    {
      title: 'Time by path, 99 of 100',
      unit: 's',
      exemplars: true,
      queries: [[quantile(0.99, HTTP, 'route', AT_GATEWAY), '{{route}}']],
    },
    {
      title: 'Services behind it, 99 of 100',
      unit: 's',
      exemplars: true,
      queries: [[quantile(0.99, 'florin_upstream_request_duration_seconds', 'upstream'), '{{upstream}}']],
    },
    {
      title: 'Services that did not answer',
      unit: 'reqps',
      queries: [
        [
          rate('florin_upstream_request_duration_seconds_count', 'upstream, outcome', '{outcome!="answered"}'),
          '{{upstream}} {{outcome}}',
        ],
      ],
    },
    { title: 'Breakers (2 is open)', unit: 'none', queries: [['florin_breaker_state', '{{service}} to {{target}}']] },
    {
      title: 'Refused for their rate',
      unit: 'reqps',
      queries: [[rate(`${HTTP}_count`, 'route', '{service="gateway",status="429"}'), '{{route}}']],
    },
    {
      title: 'Certificates end in',
      unit: 's',
      kind: 'stat',
      queries: [['probe_ssl_earliest_cert_expiry - time()', '{{instance}}']],
    },
  ],
};

const messaging: Dashboard = {
  uid: 'florin-messaging',
  title: 'Florin: messaging',
  panels: [
    {
      title: 'Lag of the outboxes',
      unit: 's',
      queries: [['max by (service) (florin_outbox_lag_seconds)', '{{service}}']],
    },
    {
      title: 'Rows in the outboxes',
      unit: 'none',
      queries: [['max by (service) (florin_outbox_backlog_rows)', '{{service}}']],
    },
    {
      title: 'Waiting in queues',
      unit: 'none',
      queries: [['max by (consumer) (florin_bus_queue_events)', '{{consumer}}']],
    },
    {
      title: 'Dead letters',
      unit: 'none',
      kind: 'stat',
      queries: [['max by (consumer) (florin_bus_dead_letter_events)', '{{consumer}}']],
    },
    {
      title: 'Published',
      unit: 'ops',
      queries: [[rate('florin_bus_published_events_total', 'service'), '{{service}}']],
    },
    { title: 'Handled', unit: 'ops', queries: [[rate('florin_bus_delivered_events_total', 'service'), '{{service}}']] },
    {
      title: 'Tried again, given up, come twice',
      unit: 'ops',
      queries: [
        [rate('florin_bus_retried_events_total', 'service'), '{{service}} again'],
        [rate('florin_bus_dead_lettered_events_total', 'service'), '{{service}} given up'],
        [rate('florin_inbox_duplicates_total', 'service'), '{{service}} twice'],
      ],
    },
    { title: 'Messages due', unit: 'none', queries: [['max by (lane) (florin_notify_due_messages)', '{{lane}}']] },
    { title: 'Messages late by', unit: 's', queries: [['max by (lane) (florin_notify_due_age_seconds)', '{{lane}}']] },
    {
      title: 'Deliveries',
      unit: 'ops',
      queries: [[rate('florin_notify_deliveries_total', 'channel, outcome'), '{{channel}} {{outcome}}']],
    },
  ],
};

const signIn: Dashboard = {
  uid: 'florin-sign-in',
  title: 'Florin: sign-in',
  panels: [
    { title: 'Tries by way', unit: 'ops', queries: [[rate('florin_auth_sign_ins_total', 'way'), '{{way}}']] },
    { title: 'Outcomes', unit: 'ops', queries: [[rate('florin_auth_sign_ins_total', 'outcome'), '{{outcome}}']] },
    {
      title: 'Share that succeeds',
      unit: 'percentunit',
      queries: [
        [
          'sum(rate(florin_auth_sign_ins_total{outcome=~"signed-in|second-factor"}[$__rate_interval])) / sum(rate(florin_auth_sign_ins_total[$__rate_interval]))',
          'succeeds',
        ],
      ],
    },
    {
      title: 'Time of auth, 99 of 100',
      unit: 's',
      exemplars: true,
      queries: [[quantile(0.99, HTTP, 'route', '{service="auth"}'), '{{route}}']],
    },
    {
      title: 'Codes by text message in an hour',
      unit: 'none',
      queries: [['sum by (country) (increase(florin_auth_sms_codes_total[1h]))', '{{country}}']],
    },
    {
      title: 'CPU of auth',
      unit: 'none',
      queries: [[rate('process_cpu_seconds_total', 'instance', '{service="auth"}'), '{{instance}}']],
    },
  ],
};

export const DASHBOARDS: readonly Dashboard[] = [overview, ledger, edge, messaging, signIn];
