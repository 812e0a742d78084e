import type { ClassContent, ContentItem } from '@halong/materials/contract';
import { AddDocuments } from './add-documents.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { LibraryDialog } from './library-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { WriteDialog } from './write-dialog.tsx';
import { VersionDialog } from './version-dialog.tsx';

/** What the editor asks about now. */
export type Asking =
  | { kind: 'MATERIAL' | 'LINK' | 'PAGE' | 'LIBRARY'; topicKey: string | null }
  | { kind: 'COPY' }
  | { kind: 'EDIT' | 'VERSION' | 'REMOVE'; item: ContentItem };

/** One dialog at a time. */
export function EditorDialogs({ content, asking, onClose }: { content: ClassContent; asking: Asking | undefined; onClose: () => void }) {
  const { classId } = content;
  switch (asking?.kind) {
    case 'MATERIAL': return <AddDocuments classId={classId} topicKey={asking.topicKey} onClose={onClose} />;
    case 'LINK':
    case 'PAGE': return <WriteDialog classId={classId} topicKey={asking.topicKey} kind={asking.kind} onClose={onClose} />;
    case 'LIBRARY': return <LibraryDialog classId={classId} topicKey={asking.topicKey} onClose={onClose} />;
    case 'COPY': return <CopyDialog classId={classId} onClose={onClose} />;
    case 'EDIT': return <EditDialog item={asking.item} sessions={content.sessions} onClose={onClose} />;
    case 'VERSION': return <VersionDialog item={asking.item} onClose={onClose} />;
    case 'REMOVE': return <RemoveDialog item={asking.item} onClose={onClose} />;
    case undefined: return null;
  }
}
