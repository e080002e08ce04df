import { startTcpProxy, testNamespace, testStores } from '@florin/testing';
import { connect as connectBroker } from 'amqplib';
import { connect } from 'node:net';
import type { Harness } from '../conformance/kit.ts';
import { busConformance } from '../conformance.ts';

const LOCAL = 'amqp://guest:guest@127.0.0.1:5672';

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

async function makeHarness(url: string): Promise<Harness> {
  const namespace = testNamespace();
  const proxy = await startTcpProxy(url);
  const broker = await connectBroker(url);
  const channel = await broker.createChannel();
  return {
    namespace,
    direct: { amqpUrl: url },
    proxied: { amqpUrl: proxy.url },
    proxy,
    putUnreadable: (consumer, body) => {
      channel.sendToQueue(`${namespace}.${consumer}`, Buffer.from(JSON.stringify(body)), { persistent: true });
      return Promise.resolve();
    },
    async clean() {
      for (let n = 1; n <= 40; n += 1)
        for (const part of ['', '.one', '.two', '.other'])
          for (const dead of ['', '.dead']) await channel.deleteQueue(`${namespace}.test.q${String(n)}${part}${dead}`);
      await channel.deleteExchange(`${namespace}.events`);
      await channel.deleteExchange(`${namespace}.dead-letters`);
      await broker.close();
      await proxy.close();
    },
  };
}

const url = testStores().amqpUrl ?? ((await answers(5672)) ? LOCAL : undefined);
if (url === undefined)
  test.skip('bus on RabbitMQ: not run, AMQP_URL is not set and nothing answers on 127.0.0.1:5672', () => undefined);
else busConformance('RabbitMQ', () => makeHarness(url));
