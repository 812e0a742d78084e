import { posix } from 'node:path';
import { readOfficeParts } from '../document/zip-inspection.ts';
import type { PageText } from './rendition.rows.ts';
import { notesText, relationsOf, slideOrder } from './speaker-notes.rules.ts';

const wanted = /^ppt\/(presentation\.xml|_rels\/presentation\.xml\.rels|slides\/_rels\/[^/]+\.rels|notesSlides\/[^/]+\.xml)$/;

/** What the speaker wrote under each slide, by the number of the slide. */
export async function speakerNotes(path: string): Promise<PageText[]> {
  const parts = await readOfficeParts(path, (name) => wanted.test(name));
  const targets = new Map(relationsOf(parts.get('ppt/_rels/presentation.xml.rels') ?? '').map(({ id, target }) => [id, posix.basename(target)]));
  return slideOrder(parts.get('ppt/presentation.xml') ?? '').flatMap((id, at) => {
    const relations = relationsOf(parts.get(`ppt/slides/_rels/${targets.get(id)}.rels`) ?? '');
    const notes = relations.find(({ type }) => type === 'notesSlide');
    const text = notes ? notesText(parts.get(`ppt/notesSlides/${posix.basename(notes.target)}`) ?? '') : '';
    return text === '' ? [] : [{ page: at + 1, text }];
  });
}
