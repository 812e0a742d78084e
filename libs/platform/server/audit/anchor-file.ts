import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The signed head of the audit chain in a file beside the database; written whole or not at all. */
export function anchorFile(path: string) {
  return {
    read: () => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    write: (text: string) => {
      const fresh = `${path}.${process.pid}.new`;
      writeFileSync(fresh, text, { mode: 0o600 });
      renameSync(fresh, path);
    },
  };
}
