import { runMain } from '@florin/service-kit/start';

await runMain(async () => {
  const [{ compose }, { readConfig }] = await Promise.all([import('./composition.ts'), import('./config.ts')]);
  return compose(readConfig(process.env));
});
