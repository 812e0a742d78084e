import { useEffect, useRef, useState } from 'react';
import { ErrorState, Skeletons } from '@halong/design/web';
import { useTexts } from '@halong/platform/web';
import { PageStack, type PageSize } from './page-stack.tsx';
import { openPdf, type PDFDocumentProxy } from './pdf-file.ts';
import type { DocumentPagesProps, PagePlace } from './preview.types.ts';
import { say } from './preview.texts.ts';

/** A PDF drawn by this browser, in parts, as its pages come near. */
export default function PdfPages({ url, ...rest }: Omit<DocumentPagesProps, 'document'> & { url: string }) {
  const t = useTexts(say);
  const [file, setFile] = useState<PDFDocumentProxy>();
  const [sizes, setSizes] = useState<PageSize[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let left = false;
    const task = openPdf(url);
    const open = async () => {
      const opened = await task.promise;
      const [, , width, height] = (await opened.getPage(1)).getViewport({ scale: 1 }).viewBox as [number, number, number, number];
      if (left) return;
      setSizes(Array.from({ length: opened.numPages }, (_, index) => ({ number: index + 1, width, height })));
      setFile(opened);
    };
    open().catch(() => !left && setFailed(true));
    return () => {
      left = true;
      void task.destroy();
    };
  }, [url]);
  const measured = (number: number, width: number, height: number) =>
    setSizes((known) => (known.some((one) => one.number === number && (one.width !== width || one.height !== height))
      ? known.map((one) => (one.number === number ? { number, width, height } : one)) : known));
  if (failed) return <ErrorState problem={{ title: t('unreadable'), detail: t('unreadableWhy') }} />;
  if (!file) return <Skeletons rows={5} />;
  return <PageStack {...rest} sizes={sizes} draw={(page) => <PdfPage file={file} page={page} onSize={measured} />} />;
}

/** More points than this are not drawn: a phone has not the memory for them. */
const mostPoints = 6_000_000;

interface PdfPageProps {
  file: PDFDocumentProxy;
  page: PagePlace;
  onSize: (number: number, width: number, height: number) => void;
}

function PdfPage({ file, page: { number, width }, onSize }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  const tell = useRef(onSize);
  useEffect(() => {
    tell.current = onSize;
  });
  useEffect(() => {
    let left = false;
    let drawing: { cancel: () => void } | undefined;
    const draw = async () => {
      const page = await file.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      tell.current(number, natural.width, natural.height);
      const sharp = Math.min(window.devicePixelRatio || 1, 2, Math.sqrt(mostPoints / (width * width * (natural.height / natural.width))));
      const viewport = page.getViewport({ scale: (width / natural.width) * sharp });
      if (left || !canvas.current) return;
      canvas.current.width = Math.floor(viewport.width);
      canvas.current.height = Math.floor(viewport.height);
      const task = page.render({ canvas: canvas.current, viewport });
      drawing = task;
      await task.promise;
      const { items } = await page.getTextContent();
      if (!left) setWords(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    };
    // A page that was scrolled past before it was drawn ends with an exception of the library; nothing is lost.
    draw().catch(() => undefined);
    return () => {
      left = true;
      drawing?.cancel();
    };
  }, [file, number, width]);
  return (
    <>
      <canvas ref={canvas} aria-hidden />
      <div className="vh">{words}</div>
    </>
  );
}
