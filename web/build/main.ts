/** `npm run build -w web`: builds the app where its sources have changed. */
import { ensureBuilt } from './index.ts';

const began = performance.now();
const result = await ensureBuilt();
console.log(`web: ${result} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
