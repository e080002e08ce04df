import { setFlagsFromString } from 'node:v8';
import { runMain } from '@florin/service-kit/start';

// Old space may double between full collections: V8 would else collect it twice a second under load, 15 ms each.
setFlagsFromString('--heap-growing-percent=100');

await runMain(async () => {
  const [{ compose }, { readConfig }] = await Promise.all([import('./composition.ts'), import('./config.ts')]);
  return compose(readConfig(process.env));
});
