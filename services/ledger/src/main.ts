import { setFlagsFromString } from 'node:v8';
import { runMain } from '@florin/service-kit';
import { compose } from './composition.ts';
import { readConfig } from './config.ts';

// Old space may double between full collections: V8 would else collect it twice a second under load, 15 ms each.
setFlagsFromString('--heap-growing-percent=100');

await runMain(() => compose(readConfig(process.env)));
