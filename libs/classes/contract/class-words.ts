import type { TextPair } from '@halong/platform/contract';

/** Domain §2.3, in their order. */
export const trainingClassStates = [
  'PLANNED',
  'NOMINATING',
  'LIST_FINALISED',
  'DECIDED',
  'RUNNING',
  'EXAM',
  'GRADING',
  'RESULT_RECOGNISED',
  'CERTIFIED',
  'EVALUATED',
  'ARCHIVED',
  'POSTPONED',
  'CANCELLED',
] as const;
export type TrainingClassState = (typeof trainingClassStates)[number];

export const trainingClassStateNames: Record<TrainingClassState, TextPair> = {
  PLANNED: { vi: 'Đã lên kế hoạch', en: 'Planned' },
  NOMINATING: { vi: 'Đang nhận danh sách cử', en: 'Nominating' },
  LIST_FINALISED: { vi: 'Đã chốt danh sách', en: 'List finalised' },
  DECIDED: { vi: 'Đã có quyết định mở lớp', en: 'Decided' },
  RUNNING: { vi: 'Đang học', en: 'Running' },
  EXAM: { vi: 'Đang thi', en: 'Exam' },
  GRADING: { vi: 'Đang chấm điểm', en: 'Grading' },
  RESULT_RECOGNISED: { vi: 'Đã công nhận kết quả', en: 'Results recognised' },
  CERTIFIED: { vi: 'Đã cấp chứng chỉ', en: 'Certified' },
  EVALUATED: { vi: 'Đã đánh giá', en: 'Evaluated' },
  ARCHIVED: { vi: 'Đã lưu trữ', en: 'Archived' },
  POSTPONED: { vi: 'Hoãn', en: 'Postponed' },
  CANCELLED: { vi: 'Hủy', en: 'Cancelled' },
};

/** What a step of the class may ask for: typed in, attached, or found in the records. */
export const classFacts = ['reason', 'decisionNumber', 'decisionDate', 'decisionFileId', 'finalList', 'gradeSheetsPublished'] as const;
export type ClassFact = (typeof classFacts)[number];

export const classFactNames: Record<ClassFact, TextPair> = {
  reason: { vi: 'lý do', en: 'a reason' },
  decisionNumber: { vi: 'số quyết định', en: 'the number of the decision' },
  decisionDate: { vi: 'ngày quyết định', en: 'the date of the decision' },
  decisionFileId: { vi: 'tệp quyết định đã ký', en: 'the signed decision file' },
  finalList: { vi: 'danh sách học viên đã duyệt', en: 'an approved list of trainees' },
  gradeSheetsPublished: { vi: 'bảng điểm đã công bố', en: 'published grade sheets' },
};

export const classStaffRoles = ['SUPERVISOR', 'COORDINATOR'] as const;
export type ClassStaffRole = (typeof classStaffRoles)[number];
export const classStaffRoleNames: Record<ClassStaffRole, TextPair> = {
  SUPERVISOR: { vi: 'Chủ nhiệm lớp', en: 'Class supervisor' },
  COORDINATOR: { vi: 'Giáo vụ', en: 'Class coordinator' },
};

/** In the room, online, both at once, or field study at a named place. */
export const sessionModes = ['ROOM', 'ONLINE', 'BOTH', 'FIELD'] as const;
export type SessionMode = (typeof sessionModes)[number];
export const sessionModeNames: Record<SessionMode, TextPair> = {
  ROOM: { vi: 'Tại phòng', en: 'In the room' },
  ONLINE: { vi: 'Trực tuyến', en: 'Online' },
  BOTH: { vi: 'Kết hợp', en: 'Room and online' },
  FIELD: { vi: 'Đi thực tế', en: 'Field study' },
};

export const sessionStates = ['SCHEDULED', 'LIVE', 'ENDED', 'ATTENDANCE_LOCKED', 'CANCELLED'] as const;
export type SessionState = (typeof sessionStates)[number];
export const sessionStateNames: Record<SessionState, TextPair> = {
  SCHEDULED: { vi: 'Sắp diễn ra', en: 'Scheduled' },
  LIVE: { vi: 'Đang diễn ra', en: 'Live' },
  ENDED: { vi: 'Đã kết thúc', en: 'Ended' },
  ATTENDANCE_LOCKED: { vi: 'Đã khóa điểm danh', en: 'Attendance locked' },
  CANCELLED: { vi: 'Đã hủy', en: 'Cancelled' },
};

export const lecturerKinds = ['INTERNAL', 'VISITING', 'GUEST_SPEAKER'] as const;
export type LecturerKind = (typeof lecturerKinds)[number];
export const lecturerKindNames: Record<LecturerKind, TextPair> = {
  INTERNAL: { vi: 'Giảng viên cơ hữu', en: 'Lecturer' },
  VISITING: { vi: 'Giảng viên thỉnh giảng', en: 'Visiting lecturer' },
  GUEST_SPEAKER: { vi: 'Báo cáo viên', en: 'Guest speaker' },
};
