export interface DraftRow {
  id: number;
  assignmentId: number;
  owner: string;
  text: string;
  version: number;
  submittedVersion: number;
  savedAt: Date;
  savedBy: string;
}
