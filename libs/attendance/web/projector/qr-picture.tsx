import { useMemo } from 'react';
import { encodeQR } from 'qr';

/** The dark modules as one path, a unit a module. */
function pathOf(modules: readonly (readonly boolean[])[]): string {
  return modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
}

/** A QR picture of the text, as lines: sharp at any size. */
export default function QrPicture({ text, label }: { text: string; label: string }) {
  const modules = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: 2 }), [text]);
  return (
    <svg viewBox={`0 0 ${modules.length} ${modules.length}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <path d={pathOf(modules)} fill="#0B2E33" />
    </svg>
  );
}
