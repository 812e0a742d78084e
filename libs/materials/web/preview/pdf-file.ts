import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

export type { PDFDocumentProxy, PDFPageProxy };

/** Opens a PDF in parts, as pages are asked for. Scripts inside it never run; our policy allows no evaluation either. */
export function openPdf(url: string) {
  return getDocument({ url, enableXfa: false, disableAutoFetch: true, useWasm: false, withCredentials: true });
}
