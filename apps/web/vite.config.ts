import react from '@vitejs/plugin-react';
import { defineConfig, type InlineConfig } from 'vite';
import { compressed } from './compressed.ts';
import { declared } from './declared.ts';
import { firstFile } from './first-file.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:3001';

const client = (): InlineConfig => ({
  root: import.meta.dirname,
  plugins: [react(), declared()],
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

export default defineConfig(async ({ command }) => {
  const config = client();
  if (command !== 'build') return config;
  return {
    ...config,
    plugins: [config.plugins, compressed()],
    build: { ...config.build, rolldownOptions: { ...config.build?.rolldownOptions, output: { codeSplitting: { groups: [await firstFile(client())] } } } },
  };
});
