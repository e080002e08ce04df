import { way } from './support/way.ts';

// the same suite, without the fast path
way.fastPath = false;
await import('./dialects.component.test.ts');
