import { defineTexts, id, route, topic, type RouteShape } from '@halong/platform/contract';
import { z } from 'zod';
import { renditionView } from './document.ts';
import { materialsErrors } from './materials.errors.ts';

/** Into what the worker turns a document: page pictures, a stream, a clean picture, or its words alone. */
export const renditionKinds = ['PAGES', 'STREAM', 'PICTURE', 'WORDS'] as const;
export type RenditionKind = (typeof renditionKinds)[number];

/** Why a document could not be turned into another form. */
export const renditionReasons = ['DAMAGED', 'ENCRYPTED', 'TOO_LONG', 'TOO_MANY_PAGES', 'NOTHING_TO_PLAY', 'INTERRUPTED'] as const;
export type RenditionReason = (typeof renditionReasons)[number];

export const sayReason = defineTexts({
  DAMAGED: { vi: 'Tệp bị hỏng hoặc bị cắt nên không chuyển đổi được. Mở tệp gốc kiểm tra, lưu lại rồi gửi tệp mới.', en: 'The file is damaged or cut off and cannot be converted. Open the original, save it again and send the new file.' },
  ENCRYPTED: { vi: 'Tệp có mật khẩu nên không chuyển đổi được. Bỏ mật khẩu rồi gửi lại.', en: 'The file has a password and cannot be converted. Remove the password and send it again.' },
  TOO_LONG: { vi: 'Chuyển đổi quá lâu hoặc cần quá nhiều bộ nhớ nên đã dừng. Chia tệp thành phần nhỏ hơn, hoặc thử lại khi máy chủ rảnh.', en: 'Converting took too long or too much memory and was stopped. Split the file, or try again when the server is less busy.' },
  TOO_MANY_PAGES: { vi: 'Tệp có quá nhiều trang để xem trên trang này. Tải tệp về để mở, hoặc chia nhỏ rồi gửi lại.', en: 'The file has too many pages to be shown here. Download it, or split it and send the parts.' },
  NOTHING_TO_PLAY: { vi: 'Tệp không có hình và tiếng phát được. Xuất lại video từ phần mềm gốc rồi gửi.', en: 'There is no picture or sound in it that can be played. Export the recording again and send it.' },
  INTERRUPTED: { vi: 'Việc chuyển đổi bị ngắt nhiều lần nên đã dừng. Thử lại; nếu vẫn vậy, báo quản trị hệ thống.', en: 'Converting was interrupted several times and was stopped. Try again; if it happens again, tell the administrator.' },
});

/** Programs of the system that converting needs. */
export const converters = ['soffice', 'ffmpeg', 'pdftocairo'] as const;
export type Converter = (typeof converters)[number];

const address = z.string();

/** Everything that a page needs to show a document, with addresses for this account and a short time. */
export const documentForms = z.object({
  rendition: renditionView.nullable(),
  /** Debian packages that are not there and without which this document stays as it was sent. */
  missingPackages: z.array(z.string()),
  pages: z.array(z.object({ number: z.number().int(), width: z.number().int(), height: z.number().int(), url: address })),
  /** The same pages as one PDF, for documents that were sent in another form. */
  pdfUrl: address.nullable(),
  stream: z.object({
    url: address.nullable(), audioUrl: address.nullable(), posterUrl: address.nullable(), heights: z.array(z.number().int()),
  }).nullable(),
  captions: z.array(z.object({ documentId: z.number().int(), language: z.enum(['vi', 'en']), url: address })),
  picture: z.object({ url: address, width: z.number().int(), height: z.number().int() }).nullable(),
  /** What the speaker wrote under the slides, for those who teach. */
  notes: z.array(z.object({ page: z.number().int(), text: z.string() })),
  can: z.object({ retry: z.boolean() }),
});
export type DocumentForms = z.output<typeof documentForms>;

/** The programs that convert, for the administrator. */
export const conversionHealth = z.object({
  tools: z.array(z.object({ program: z.enum(converters), package: z.string(), there: z.boolean() })),
  /** Whether converters run without a network and end with their worker. */
  isolated: z.boolean(),
  queued: z.number().int(),
  converting: z.number().int(),
  failed: z.number().int(),
});

/** An item of the class that has all the words, and where: `page` and `excerpt` when they were found in its document. */
export const contentHit = z.object({ itemId: z.number().int(), title: z.string(), page: z.number().int().nullable(), excerpt: z.string().nullable() });
export type ContentHit = z.output<typeof contentHit>;

const params = z.object({ id });

export const documentTopic = topic({ name: 'document', access: 'signed-in' });

export const renditionRoutes = {
  getDocumentForms: route({
    method: 'GET', path: '/documents/:id/forms', summary: 'The forms of a document that can be shown in a page, or how far the worker is with them', access: 'signed-in', params,
    response: documentForms, errors: [materialsErrors.document_not_found],
  }),
  openForm: route({
    method: 'GET', path: '/document-forms/:ticket/:name', summary: 'One file of the forms behind a short-lived link; ranges are answered', access: 'signed-in',
    params: z.object({ ticket: z.string().max(200), name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/) }), download: ['application/octet-stream'],
    errors: [materialsErrors.link_over, materialsErrors.document_not_found],
  }),
  retryRendition: route({
    method: 'POST', path: '/documents/:id/rendition-retry', summary: 'Converts a document again that could not be converted, for its sender and those who teach', access: 'signed-in', params,
    errors: [materialsErrors.document_not_found, materialsErrors.no_retry],
  }),
  putCaptions: route({
    method: 'PUT', path: '/documents/:id/captions', summary: 'Puts captions beside a video, or takes them away; by whoever sent both', access: 'signed-in', params,
    body: z.strictObject({ language: z.enum(['vi', 'en']).default('vi'), captionsId: id.nullable() }),
    errors: [materialsErrors.document_not_found, materialsErrors.not_captions],
  }),
  searchContent: route({
    method: 'GET', path: '/classes/:id/content-search', summary: 'Finds words in the titles, pages and documents that the class shows to this person', access: 'signed-in', params,
    query: z.object({ search: z.string().trim().min(2).max(100) }),
    response: z.object({ items: z.array(contentHit) }),
  }),
  getConversionHealth: route({ method: 'GET', path: '/conversion-health', summary: 'The programs that convert documents', access: ['SYSTEM_ADMIN'], response: conversionHealth }),
} satisfies Record<string, RouteShape>;
