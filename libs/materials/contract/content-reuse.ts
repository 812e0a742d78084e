import { z } from 'zod';
import { id, idParams, instant, pageOf, pageQuery, route, type RouteShape } from '@halong/platform/contract';
import { contentErrors, itemDetail, itemKinds, topicKey } from './content.ts';
import { documentView } from './document.ts';
import { materialsErrors } from './materials.errors.ts';

export const libraryShelves = ['MINE', 'PROGRAMME'] as const;
export const libraryItem = z.object({
  id: z.number().int(), kind: z.enum(itemKinds), title: z.string(), classCode: z.string(), by: z.string(), at: instant, document: documentView.nullable(), url: z.string().nullable(),
});
export type LibraryItem = z.output<typeof libraryItem>;

export const contentReuseRoutes = {
  copyContent: route({
    method: 'POST', path: '/classes/:id/content-copies', summary: 'Copies the content of another class, its dates shifted by the difference of the opening days.', access: 'signed-in',
    params: idParams, body: z.strictObject({ fromClassId: id }), response: z.object({ copied: z.number().int(), left: z.number().int(), days: z.number().int() }),
    errors: [materialsErrors.copy_of_itself],
  }),
  listLibrary: route({
    method: 'GET', path: '/classes/:id/content-library', summary: 'What can be reused in this class: of the person’s own, or shared by others who teach the programme.',
    access: 'signed-in', params: idParams, query: pageQuery.extend({ shelf: z.enum(libraryShelves).default('MINE') }), response: pageOf(libraryItem),
  }),
  reuseItem: route({
    method: 'POST', path: '/classes/:id/content-library', summary: 'Puts an item of the library into the class.', access: 'signed-in', params: idParams,
    body: z.strictObject({ itemId: id, topicKey }), response: itemDetail, errors: contentErrors,
  }),
  downloadAll: route({
    method: 'GET', path: '/classes/:id/content-archive', summary: 'Everything that may be downloaded now, in one archive.', access: 'signed-in', params: idParams,
    query: z.object({ language: z.enum(['vi', 'en']).default('vi') }), download: ['application/zip'], errors: [materialsErrors.nothing_to_download],
  }),
} satisfies Record<string, RouteShape>;
