import { keepCompiled } from '@florin/service-kit/start';

keepCompiled();
await import('./run.ts');
