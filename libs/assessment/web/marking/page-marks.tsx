import type { AnchoredNote } from '@halong/assessment/contract';
import { useTexts } from '@halong/platform/web';
import { say } from './marking.texts.ts';

type Area = Extract<AnchoredNote['place'], { kind: 'PAGE' }>['area'];

interface PageMarksProps {
  page: number;
  documentId: number;
  notes: readonly AnchoredNote[];
  /** The next press puts a comment there. */
  armed: boolean;
  onPlace: (area: Area) => void;
  onOpen: (key: string) => void;
}

const share = (value: number): string => `${value * 100}%`;
const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** Above one page: the places of its comments, and a net that catches where the next one goes. */
export function PageMarks({ page, documentId, notes, armed, onPlace, onOpen }: PageMarksProps) {
  const t = useTexts(say);
  return (
    <>
      {notes.map(({ key, text, place }, at) => place.kind === 'PAGE' && place.page === page && place.documentId === documentId && (
        <span key={key}>
          <i className="mkarea" style={{ left: share(place.area.x), top: share(place.area.y), width: share(place.area.w), height: share(place.area.h) }} />
          <button type="button" className="pin" style={{ right: 10, top: share(place.area.y) }} aria-label={t('note', { no: at + 1 })} title={text} onClick={() => onOpen(key)}>{at + 1}</button>
        </span>
      ))}
      {armed && (
        <button
          type="button" className="mknet" aria-label={t('markPage')}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            // Pressed with a key there is no point: the comment stands at the head of the page.
            const [x, y] = event.detail === 0 ? [0.1, 0.05] : [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
            onPlace({ x: within(x - 0.15, 0.7), y: within(y - 0.015, 0.97), w: 0.3, h: 0.03 });
          }}
        />
      )}
    </>
  );
}
