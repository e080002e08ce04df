/** Writes deploy/grafana/dashboards from scripts/operations/dashboards.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { DASHBOARDS, type Dashboard, type Panel } from './operations/dashboards.ts';

const COLUMNS = 2;
const WIDTH = 24 / COLUMNS;
const HEIGHT = 8;
const PROMETHEUS = { type: 'prometheus', uid: 'prometheus' };

function panelOf({ title, unit, queries, kind = 'timeseries', exemplars }: Panel, index: number) {
  return {
    id: index + 1,
    type: kind,
    title,
    datasource: PROMETHEUS,
    gridPos: {
      x: (index % COLUMNS) * WIDTH,
      y: Math.floor(index / COLUMNS) * HEIGHT,
      w: WIDTH,
      h: HEIGHT,
    },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options:
      kind === 'timeseries' ? { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } } : {},
    targets: queries.map(([expr, legendFormat], at) => ({
      refId: String.fromCharCode(65 + at),
      datasource: PROMETHEUS,
      expr,
      legendFormat,
      ...(exemplars ? { exemplar: true } : {}),
    })),
  };
}

function fileOf({ uid, title, panels }: Dashboard) {
  return {
    uid,
    title,
    tags: ['florin'],
    schemaVersion: 39,
    version: 1,
    editable: false,
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    timezone: 'browser',
    annotations: {
      list: [
        {
          name: 'Alerts',
          datasource: PROMETHEUS,
          enable: true,
          expr: 'ALERTS{alertstate="firing"}',
          titleFormat: '{{alertname}}',
          iconColor: 'red',
        },
      ],
    },
    panels: panels.map(panelOf),
  };
}

const folder = `${import.meta.dirname}/../deploy/grafana/dashboards`;
mkdirSync(folder, { recursive: true });
for (const dashboard of DASHBOARDS) {
  const name = dashboard.uid.replace('florin-', '');
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(fileOf(dashboard), null, 2)}\n`);
}
