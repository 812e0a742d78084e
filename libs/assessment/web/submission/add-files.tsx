import { useState } from 'react';
import { Button, IconPlus } from '@halong/design/web';
import { DocumentUpload, type DocumentUploadProps } from '@halong/materials/web';

/** One button until somebody wants to add a file; then the whole way of sending one. */
export function AddFiles({ label, ...upload }: DocumentUploadProps & { label: string }) {
  const [open, setOpen] = useState(false);
  if (open) return <DocumentUpload {...upload} />;
  return <span><Button size="s" icon={IconPlus} onClick={() => setOpen(true)}>{label}</Button></span>;
}
