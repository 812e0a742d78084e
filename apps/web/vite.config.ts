import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';
import { preloaded } from './preloaded.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:3001';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloaded(['/sign-in.tsx', '/today/trainee-today.tsx']), compressed()],
  resolve: { tsconfigPaths: true },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: true,
    target: 'es2022',
    // The content policy allows pictures and fonts from our own address only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    // Our libraries only declare things (styles excepted), so a screen pays for what it uses and not for a whole index.ts.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/\/libs\/.*\.tsx?$/.test(id) } },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: api, ws: true } },
  },
  preview: { host: '127.0.0.1' },
});
