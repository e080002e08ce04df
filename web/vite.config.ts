import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { messagesPlugin } from './build/messages.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), messagesPlugin()],
  build: {
    target: 'es2022',
    manifest: 'manifest.json',
    // what is inlined as data: would need a wider policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: Object.fromEntries(
      ['/v1', '/dev'].map((path) => [path, process.env['FLORIN_URL'] ?? 'http://localhost:8080']),
    ),
  },
});
