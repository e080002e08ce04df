import { runMain } from '@florin/service-kit/start';

await runMain(async () => {
  const { readConfig } = await import('./config.ts');
  const config = readConfig(process.env);
  if (config.GATEWAY_WORKERS > 1) return (await import('./workers/index.ts')).composeOneOfMany(config);
  return (await import('./composition.ts')).compose(config);
});
