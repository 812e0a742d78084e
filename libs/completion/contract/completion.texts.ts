import type { Role, TextPair } from '@halong/platform/contract';

export const verdicts = ['MET', 'NOT_MET', 'PENDING'] as const;
export type Verdict = (typeof verdicts)[number];
export const verdictNames: Record<Verdict, TextPair> = {
  MET: { vi: 'Đạt', en: 'Met' },
  NOT_MET: { vi: 'Không đạt', en: 'Not met' },
  PENDING: { vi: 'Chưa xong', en: 'Not yet' },
};

export const leafLabels = ['ATTENDANCE', 'MATERIALS', 'COMPONENT', 'AVERAGE', 'DISCIPLINE', 'ENROLMENT'] as const;
export const leafScreens = ['attendance', 'content', 'gradeSheet', 'transcript', 'discipline', 'enrolment'] as const;
export const sourceTypes = ['ATTENDANCE_PART', 'CONTENT', 'GRADE_SHEET', 'TRANSCRIPT', 'DISCIPLINE', 'ENROLMENT'] as const;

export const sourceNames: Record<(typeof sourceTypes)[number], TextPair> = {
  ATTENDANCE_PART: { vi: 'Sổ điểm danh', en: 'Attendance register' },
  CONTENT: { vi: 'Nội dung lớp', en: 'Content of the class' },
  GRADE_SHEET: { vi: 'Bảng điểm', en: 'Grade sheet' },
  TRANSCRIPT: { vi: 'Kết quả học tập', en: 'Transcript' },
  DISCIPLINE: { vi: 'Ghi nhận kỷ luật', en: 'Discipline record' },
  ENROLMENT: { vi: 'Ghi danh', en: 'Enrolment' },
};

export const completionGroups = ['attendance', 'materials', 'results', 'conduct'] as const;
export const completionGroupNames: Record<(typeof completionGroups)[number], TextPair> = {
  attendance: { vi: 'Chuyên cần', en: 'Attendance' },
  materials: { vi: 'Tài liệu', en: 'Materials' },
  results: { vi: 'Kết quả', en: 'Results' },
  conduct: { vi: 'Chấp hành và ghi danh', en: 'Conduct and enrolment' },
};

export const figureCodes = [
  'PERIODS_ABSENT_AT_MOST', 'PERIODS_ABSENT', 'ITEMS_SEEN', 'ITEMS_MISSING', 'SCORE_AT_LEAST', 'SCORE', 'EXCUSED', 'BLANK', 'NOT_PUBLISHED', 'NO_BLOCKING_CASE', 'CASES', 'NOTED', 'STUDYING', 'ENROLMENT_STATE',
] as const;

/** `{number}` and `{text}` are those of the figure, formatted for the reader. */
export const figureTexts: Record<(typeof figureCodes)[number], TextPair> = {
  PERIODS_ABSENT_AT_MOST: { vi: 'vắng không quá {number} tiết', en: 'at most {number} {number|period|periods} absent' },
  PERIODS_ABSENT: { vi: 'vắng {number} tiết', en: '{number} {number|period|periods} absent' },
  ITEMS_SEEN: { vi: 'đã xem {number} mục', en: '{number} {number|item|items} seen' },
  ITEMS_MISSING: { vi: 'đã xem {number} mục, còn: {text}', en: '{number} seen, still to see: {text}' },
  SCORE_AT_LEAST: { vi: 'từ {number} điểm', en: '{number} or more' },
  SCORE: { vi: '{number} điểm', en: '{number}' },
  EXCUSED: { vi: 'được miễn', en: 'excused' },
  BLANK: { vi: 'chưa có điểm', en: 'no mark yet' },
  NOT_PUBLISHED: { vi: 'chưa công bố', en: 'not published' },
  NO_BLOCKING_CASE: { vi: 'không bị kỷ luật', en: 'no disciplinary case' },
  CASES: { vi: '{number} vụ việc', en: '{number} cases' },
  NOTED: { vi: 'đã ghi nhận “{text}”', en: 'noted: “{text}”' },
  STUDYING: { vi: 'đang học', en: 'studying' },
  ENROLMENT_STATE: { vi: '{text}', en: '{text}' },
};

export const whyCodes = [
  'BARRED', 'ABSENCE_NOT_MADE_UP', 'NOT_FINISHED', 'TO_DECIDE', 'UNSEEN', 'BELOW', 'BLANK', 'NOT_PUBLISHED', 'NO_AVERAGE', 'CASE_OPEN', 'CASE_BLOCKS', 'ENROLMENT_ENDED', 'DEFERRED',
] as const;

/** Why a condition is not met, and what to do about it. */
export const whyTexts: Record<(typeof whyCodes)[number], TextPair> = {
  BARRED: { vi: 'Vắng quá số tiết cho phép. Liên hệ giáo vụ về học bù.', en: 'Absent beyond the limit. Ask the class coordinator about make-up study.' },
  ABSENCE_NOT_MADE_UP: { vi: 'Còn tiết vắng không phép chưa học bù. Liên hệ giáo vụ.', en: 'Unexcused absence is not made up. Ask the class coordinator.' },
  NOT_FINISHED: { vi: 'Còn buổi chưa học. Học đủ các buổi còn lại.', en: 'Sessions are still to come. Attend those that remain.' },
  TO_DECIDE: { vi: 'Có tiết giảng viên chưa xác nhận.', en: 'The lecturer has periods to confirm.' },
  UNSEEN: { vi: 'Còn tài liệu bắt buộc chưa xem hết. Mở nội dung lớp và xem tiếp.', en: 'Obligatory materials are not seen to the end. Open the content of the class and go on.' },
  BELOW: { vi: 'Điểm dưới mức đạt. Hỏi giáo vụ về thi lại.', en: 'The mark is below the pass mark. Ask the class coordinator about a resit.' },
  BLANK: { vi: 'Giảng viên chưa nhập điểm.', en: 'The lecturer has not entered the mark.' },
  NOT_PUBLISHED: { vi: 'Bảng điểm chưa công bố.', en: 'The grade sheet is not published.' },
  NO_AVERAGE: { vi: 'Chưa đủ điểm để tính trung bình.', en: 'Marks are missing, so there is no average yet.' },
  CASE_OPEN: { vi: 'Có vụ việc đang xem xét.', en: 'A case is being examined.' },
  CASE_BLOCKS: { vi: 'Bị kỷ luật ở mức không được cấp chứng chỉ.', en: 'A disciplinary measure rules out the certificate.' },
  ENROLMENT_ENDED: { vi: 'Không còn học hoặc không đạt trong lớp này.', en: 'No longer studying, or failed, in this class.' },
  DEFERRED: { vi: 'Đang bảo lưu. Giáo vụ tiếp nhận lại khi trở lại học.', en: 'Deferred. The class coordinator takes the trainee back.' },
};

export const whoNames: Record<Role | 'TRAINEE', TextPair> = {
  TRAINEE: { vi: 'Học viên', en: 'Trainee' },
  SYSTEM_ADMIN: { vi: 'Quản trị hệ thống', en: 'System administrator' },
  TRAINING_MANAGER: { vi: 'Quản lý đào tạo', en: 'Training manager' },
  CLASS_COORDINATOR: { vi: 'Giáo vụ', en: 'Class coordinator' },
  LECTURER: { vi: 'Giảng viên', en: 'Lecturer' },
  UNIT_HEAD: { vi: 'Thủ trưởng đơn vị', en: 'Unit head' },
  UNIT_FOCAL_POINT: { vi: 'Cán bộ đầu mối', en: 'Focal point' },
  CERTIFICATE_OFFICER: { vi: 'Cán bộ cấp chứng chỉ', en: 'Certificate officer' },
};
