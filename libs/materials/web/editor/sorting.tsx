import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useDroppable, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { ReactNode } from 'react';
import { Icon, IconMenu2 } from '@halong/design/web';

/** Everything inside can be dragged; `onDrop` hears on which item, or on which topic (`topic:12`), something was put. */
export function SortingFrame({ onDrop, children }: { onDrop: (id: number, onto: number | string) => void; children: ReactNode }) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const end = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onDrop(Number(active.id), over.id);
  };
  return <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={end}>{children}</DndContext>;
}

/** The items of one topic; an empty one takes what is dropped on it. */
export function SortingShelf({ name, ids, children }: { name: string; ids: readonly number[]; children: ReactNode }) {
  const { setNodeRef } = useDroppable({ id: `topic:${name}` });
  return (
    <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
      <ul ref={setNodeRef} className="mats">{children}</ul>
    </SortableContext>
  );
}

/** One item with its handle in front. */
export function SortingRow({ id, label, children }: { id: number; label: string; children: ReactNode }) {
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id });
  return (
    <li ref={setNodeRef} className={isDragging ? 'mat staff lifted' : 'mat staff'} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <button type="button" className="iconbtn s grip" aria-label={label} {...attributes} {...listeners}><Icon of={IconMenu2} /></button>
      {children}
    </li>
  );
}
