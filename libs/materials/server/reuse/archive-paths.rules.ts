/** One file of an archive: where it stands in the class, what it is called, and the ending of its stored name. */
export interface ArchiveFile {
  topic: { no: number; title: string } | null;
  title: string;
  name: string;
}

const forbidden = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;
const clean = (text: string): string => text.normalize('NFC').replace(forbidden, ' ').replace(/\s+/g, ' ').trim().replace(/^[. ]+|[. ]+$/g, '').slice(0, 90).trim() || '_';
const endingOf = (name: string): string => /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0]?.toLowerCase() ?? '';

/** Paths that every system takes: a folder for each topic, files by their titles, equal names numbered. In the order given. */
export function archivePaths(files: readonly ArchiveFile[]): string[] {
  const taken = new Set<string>();
  return files.map(({ topic, title, name }) => {
    const folder = topic ? `${String(topic.no).padStart(2, '0')} ${clean(topic.title)}/` : '';
    const ending = endingOf(name);
    for (let no = 1; ; no += 1) {
      const path = `${folder}${clean(title)}${no === 1 ? '' : ` (${no})`}${ending}`;
      const key = path.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return path;
    }
  });
}
