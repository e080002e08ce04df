import { runMain } from '@florin/service-kit';
import { compose } from './composition.ts';
import { readConfig } from './config.ts';

await runMain(() => compose(readConfig(process.env)));
