import { defineConfig } from 'vite';

/**
 * How an app that runs in Node is built: `export default serverBuild(import.meta.dirname, 'main', …)`, one file in `dist`
 * for each entry; packages stay outside.
 */
export const serverBuild = (root, ...entries) =>
  defineConfig({
    root,
    resolve: { tsconfigPaths: true },
    ssr: { target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir: 'dist',
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: { input: Object.fromEntries(entries.map((name) => [name, `${name}.ts`])), output: { entryFileNames: '[name].js' } },
    },
  });
