import type { GradeBand, ProgrammeCategoryCode, RuleBasis, RuleSet, RuleSetDocument } from './rule-set.ts';

type BandRow = [code: string, nameVi: string, nameEn: string, min: number, max: number, floorPerPart: number, minIfResit: number];

const bands = (rows: BandRow[]): GradeBand[] =>
  rows.map(([code, nameVi, nameEn, min, max, floorPerPart, minIfResit]) => ({ code, nameVi, nameEn, min, max, floorPerPart, minIfResit }));

const politicalTheoryBands = bands([
  ['XUAT_SAC', 'Xuất sắc', 'Excellent', 9, 10, 8, 9.5],
  ['GIOI', 'Giỏi', 'Very good', 8, 9, 7, 9],
  ['KHA', 'Khá', 'Good', 7, 8, 6, 8],
  ['TRUNG_BINH', 'Trung bình', 'Average', 5, 7, 5, 5],
  ['YEU', 'Yếu', 'Weak', 0, 5, 0, 0],
]);

const ordinaryBands = bands([
  ['XUAT_SAC', 'Xuất sắc', 'Excellent', 9, 10, 5, 9],
  ['GIOI', 'Giỏi', 'Very good', 8, 9, 5, 8],
  ['KHA', 'Khá', 'Good', 7, 8, 5, 7],
  ['DAT', 'Đạt', 'Pass', 5, 7, 5, 5],
  ['YEU', 'Không đạt', 'Fail', 0, 5, 0, 0],
]);

const ordinary: RuleSet = {
  periodMinutes: 45,
  periodsPerSession: 4,
  late: { minutes: 15, toAbsentRatio: 3 },
  leftEarly: { minutes: 5 },
  attendance: { maxAbsence: 0.2, qrRotateSec: 15, windowBeforeMin: 30, wrongCodes: 5, wrongCodePauseSec: 60, lockHours: 24 },
  geo: { enabled: false, radiusM: 300 },
  online: { minPresence: 0.8, maxShare: 1, promptCount: 2, promptsNeeded: 1, promptOpenSec: 180, heartbeatSec: 10, batchSec: 30, lostAfterSec: 20 },
  unexcusedWeight: 1,
  strictParticipation: false,
  conflict: { room: 'BLOCK', lecturer: 'BLOCK', trainee: 'BLOCK' },
  passRatio: 0.5,
  scale: 10,
  gradeStep: 0.25,
  gradeBands: ordinaryBands,
  resit: { max: 1 },
  regrade: { windowDays: 7, allowLower: true },
  marking: { double: true, diffThreshold: 1 },
  discipline: { blocking: ['SUSPENSION'] },
  minAnnualPeriods: { CADRE: 40, CIVIL_SERVANT: 40, PUBLIC_EMPLOYEE: 40 },
  credit: {
    allocation: 'BY_SESSION_DATE',
    requireCompletion: true,
    exemptionReasons: ['MATERNITY', 'LONG_SICK_LEAVE', 'FULL_TIME_STUDY'],
    newHireProRata: true,
    onTrackRatio: 0.8,
    alertDays: ['06-30', '09-30', '10-31', '11-30'],
  },
};

const confirmed = (legalBasisVi: string, legalBasisEn: string, keys: string[]): RuleBasis => ({ keys, legalBasisVi, legalBasisEn, confirmed: true });
const open = (legalBasisVi: string, legalBasisEn: string, keys: string[]): RuleBasis => ({ keys, legalBasisVi, legalBasisEn, confirmed: false });

const proposal = 'Mặc định đề xuất của hệ thống, chưa có căn cứ pháp lý; cơ quan quyết định';
const proposalEn = 'Proposed default without a legal basis; the office decides';

const ordinaryBasis: RuleBasis[] = [
  confirmed('Thông tư 03/2023/TT-BNV, Điều 6: mỗi bài đánh giá đạt từ 50% thang điểm', 'Circular 03/2023/TT-BNV, Article 6: each assessment at 50 % of the scale or more', ['passRatio']),
  confirmed('Nghị định 171/2025/NĐ-CP: tối thiểu 1 tuần (40 tiết) mỗi năm đối với công chức', 'Decree 171/2025/NĐ-CP: at least one week (40 periods) a year for civil servants', ['minAnnualPeriods.CIVIL_SERVANT']),
  open('Áp dụng tương tự mức của công chức; chờ xác nhận', 'Taken over from the level for civil servants; to be confirmed', ['minAnnualPeriods.CADRE', 'minAnnualPeriods.PUBLIC_EMPLOYEE']),
  open('Thông tư 03/2023/TT-BNV, Điều 6 yêu cầu tham gia đầy đủ; cách hiểu chặt chưa được xác nhận', 'Circular 03/2023/TT-BNV, Article 6 asks for full participation; the strict reading is to be confirmed', ['strictParticipation']),
  open('Theo thông lệ, tiết 45 phút; chờ xác nhận', 'By custom, a period of 45 minutes; to be confirmed', ['periodMinutes']),
  confirmed('Định mức chi thù lao giảng viên: một buổi 4 tiết', 'Lecturer fee norms: one session is 4 periods', ['periodsPerSession']),
  open('Mức 20% theo thông lệ; chờ xác nhận', '20 % by custom; to be confirmed', ['attendance.maxAbsence']),
  open('Thông lệ chấm thi; chờ xác nhận', 'Examination practice; to be confirmed', [
    'marking.double', 'marking.diffThreshold', 'regrade.windowDays', 'regrade.allowLower', 'resit.max', 'discipline.blocking', 'gradeBands', 'scale', 'gradeStep',
  ]),
  open(proposal, proposalEn, [
    'late.minutes', 'late.toAbsentRatio', 'leftEarly.minutes', 'unexcusedWeight',
    'attendance.qrRotateSec', 'attendance.windowBeforeMin', 'attendance.wrongCodes', 'attendance.wrongCodePauseSec', 'attendance.lockHours',
    'geo.enabled', 'geo.radiusM',
    'online.minPresence', 'online.maxShare', 'online.promptCount', 'online.promptsNeeded', 'online.promptOpenSec', 'online.heartbeatSec', 'online.batchSec', 'online.lostAfterSec',
    'conflict.room', 'conflict.lecturer', 'conflict.trainee',
    'credit.allocation', 'credit.requireCompletion', 'credit.exemptionReasons', 'credit.newHireProRata', 'credit.onTrackRatio', 'credit.alertDays',
  ]),
];

/** Puts a category's own basis before the ordinary one and takes its keys out of the latter, so that each key has one basis. */
const withBasis = (own: RuleBasis[]): RuleBasis[] => {
  const taken = new Set(own.flatMap((basis) => basis.keys));
  const rest = ordinaryBasis.map((basis) => ({ ...basis, keys: basis.keys.filter((key) => !taken.has(key)) }));
  return [...own, ...rest.filter((basis) => basis.keys.length > 0)];
};

const category = (code: ProgrammeCategoryCode, nameVi: string, nameEn: string, maxShare: number, own: Partial<RuleSet> = {}, basis: RuleBasis[] = []): RuleSetDocument => {
  const rules = structuredClone({ ...ordinary, ...own });
  return { category: code, nameVi, nameEn, rules: { ...rules, online: { ...rules.online, maxShare } }, basis: withBasis(basis) };
};

const tenPercent = { ...ordinary.attendance, maxAbsence: 0.1 };

/** The rule sets a new installation starts with, one for each programme category. Editing makes a new version; it never changes a frozen one. */
export const defaultRuleSets: Readonly<Record<ProgrammeCategoryCode, RuleSetDocument>> = {
  LLCT: category('LLCT', 'Lý luận chính trị', 'Political theory', 0.3, { periodsPerSession: 5, attendance: tenPercent, gradeBands: politicalTheoryBands }, [
    open('Quyết định 268/QĐ-HVCT-HCQG ngày 03/02/2010, đã được thay thế: vắng quá 10% của một phần học phải học bù; xếp loại theo mức sàn từng phần', 'Decision 268/QĐ-HVCT-HCQG of 03/02/2010, superseded: more than 10 % of a part absent must be made up; classification with a floor for each part', ['attendance.maxAbsence', 'gradeBands']),
    confirmed('Lớp của Đảng: một buổi 5 tiết', 'Party courses: one session is 5 periods', ['periodsPerSession']),
  ]),
  QLNN: category('QLNN', 'Quản lý nhà nước; lãnh đạo, quản lý', 'State management and leadership', 0.5),
  QPAN: category('QPAN', 'Quốc phòng và an ninh', 'Defence and security', 0, { attendance: tenPercent }, [open(proposal, proposalEn, ['attendance.maxAbsence'])]),
  VTVL: category('VTVL', 'Kiến thức, kỹ năng theo vị trí việc làm', 'Job-position knowledge and skills', 1),
  'KY-NANG': category('KY-NANG', 'Kỹ năng', 'Skills', 1),
  'KHCN-SO': category('KHCN-SO', 'Khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số', 'Science, technology, innovation and digital transformation', 1),
  'NGOAI-NGU': category('NGOAI-NGU', 'Ngoại ngữ', 'Foreign languages', 0.5),
  'TIENG-DT': category('TIENG-DT', 'Tiếng dân tộc thiểu số', 'Ethnic minority languages', 0.5),
  'NUOC-NGOAI': category('NUOC-NGOAI', 'Bồi dưỡng ở nước ngoài', 'Training abroad', 0),
};
