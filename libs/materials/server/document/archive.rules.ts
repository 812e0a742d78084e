/** What an archive may be, whatever its own directory claims. Far above real teaching material. */
export const archiveLimits = { entries: 5_000, inflatedBytes: 4 * 1024 ** 3, ratio: 200, ratioFrom: 16 * 1024 ** 2, nameBytes: 1_024 } as const;

export interface ArchiveEntry {
  name: string;
  bytes: number;
  packedBytes: number;
  encrypted: boolean;
  symlink: boolean;
}

export type ArchiveFault = 'SWOLLEN' | 'UNSAFE' | 'ENCRYPTED';

const nested = /\.(zip|rar|7z|tar|t?gz|t?bz2?|t?xz|zst|cab|iso|jar)$/i;

/** Whether a path leaves the folder into which somebody opens the archive, on any system. */
export function climbsOut(name: string): boolean {
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return true;
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/** Told entry by entry, so that a directory without end costs nothing: answers the first fault. */
export function archiveWatch(): (entry: ArchiveEntry) => ArchiveFault | undefined {
  let [entries, inflated, packed] = [0, 0, 0];
  return ({ name, bytes, packedBytes, encrypted, symlink }) => {
    entries += 1;
    inflated += bytes;
    packed += packedBytes;
    if (entries > archiveLimits.entries || inflated > archiveLimits.inflatedBytes) return 'SWOLLEN';
    if (bytes > archiveLimits.ratioFrom && bytes > packedBytes * archiveLimits.ratio) return 'SWOLLEN';
    if (inflated > archiveLimits.ratioFrom && inflated > packed * archiveLimits.ratio) return 'SWOLLEN';
    if (encrypted) return 'ENCRYPTED';
    return symlink || climbsOut(name) || nested.test(name.trim()) || Buffer.byteLength(name) > archiveLimits.nameBytes ? 'UNSAFE' : undefined;
  };
}
