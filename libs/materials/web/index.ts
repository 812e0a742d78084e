export { DocumentUpload } from './upload/lazy-upload.tsx';
export type { DocumentUploadProps } from './upload/document-upload.tsx';
