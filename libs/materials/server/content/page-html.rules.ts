import sanitizeHtml from 'sanitize-html';

/** What the editor of pages writes, and nothing else: no styles, no scripts, no frames, no pictures from elsewhere. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['h2', 'h3', 'p', 'br', 'strong', 'b', 'em', 'i', 'u', 's', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'hr', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  allowedAttributes: { a: ['href', 'rel', 'target'], ol: ['start'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3',
    a: (tagName, { href }) => ({ tagName, attribs: { ...(href ? { href } : {}), rel: 'noopener noreferrer nofollow', target: '_blank' } }),
  },
};

/** A page as it is stored and shown. Clean text stays what it is when it is cleaned again. */
export const cleanPage = (html: string): string => sanitizeHtml(html, allowed).trim();

/** The words of a page, for searching and for telling whether there are any. */
export const wordsOf = (html: string): string =>
  sanitizeHtml(html.replace(/<\/(p|li|h\d|td|th|blockquote|pre)>|<br\s*\/?>/gi, ' $&'), { allowedTags: [], allowedAttributes: {} }).replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/\s+/g, ' ').trim();
