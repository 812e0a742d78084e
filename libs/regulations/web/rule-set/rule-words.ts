import { defineTexts, type Language, type TextPair } from '@halong/platform/contract';
import { ruleKeys, type GradeBand, type RuleSet } from '@halong/regulations/contract';
import { formatNumber, formatPercent } from '@halong/platform/web';

export const ruleGroups = ['time', 'attendance', 'online', 'clash', 'marks', 'year'] as const;
export type RuleGroup = (typeof ruleGroups)[number];

export const ruleGroupNames: Record<RuleGroup, TextPair> = {
  time: { vi: 'Tiết và buổi học', en: 'Periods and sessions' },
  attendance: { vi: 'Chuyên cần và điểm danh', en: 'Attendance' },
  online: { vi: 'Học trực tuyến', en: 'Online presence' },
  clash: { vi: 'Trùng lịch', en: 'Clashes' },
  marks: { vi: 'Điểm và xếp loại', en: 'Marks and classification' },
  year: { vi: 'Số tiết bắt buộc mỗi năm', en: 'Periods to learn each year' },
};

type Unit = 'minutes' | 'seconds' | 'hours' | 'days' | 'metres' | 'periods' | 'times' | 'percent' | 'number' | 'yes' | 'clash' | 'words' | 'bands' | 'credit';

interface RuleWord {
  group: RuleGroup;
  unit: Unit;
  name: TextPair;
}

const word = (group: RuleGroup, unit: Unit, vi: string, en: string): RuleWord => ({ group, unit, name: { vi, en } });

/** What each value of a rule set is called and in which unit it counts; by its dotted path. */
const ruleWords: Record<string, RuleWord> = {
  periodMinutes: word('time', 'minutes', 'Một tiết', 'One period'),
  periodsPerSession: word('time', 'periods', 'Một buổi', 'One session'),
  'attendance.maxAbsence': word('attendance', 'percent', 'Được vắng nhiều nhất', 'Absence allowed at most'),
  unexcusedWeight: word('attendance', 'times', 'Vắng không phép tính bằng', 'Unexcused absence counts'),
  strictParticipation: word('attendance', 'yes', 'Phải tham gia đủ hoặc học bù', 'Full participation or make-up required'),
  'late.minutes': word('attendance', 'minutes', 'Vào muộn được tính đủ tiết', 'Late arrival still counts within'),
  'late.toAbsentRatio': word('attendance', 'times', 'Số lần muộn bằng một tiết vắng', 'Late arrivals that make one absence'),
  'leftEarly.minutes': word('attendance', 'minutes', 'Về sớm được tính đủ tiết', 'Leaving early still counts within'),
  'attendance.qrRotateSec': word('attendance', 'seconds', 'Mã trên màn chiếu đổi sau', 'The code on the screen changes every'),
  'attendance.windowBeforeMin': word('attendance', 'minutes', 'Mở điểm danh trước giờ học', 'Check-in opens before the session'),
  'attendance.wrongCodes': word('attendance', 'times', 'Số lần nhập sai mã trước khi phải chờ', 'Wrong codes before a pause'),
  'attendance.wrongCodePauseSec': word('attendance', 'seconds', 'Thời gian chờ sau nhập sai', 'Pause after wrong codes'),
  'attendance.lockHours': word('attendance', 'hours', 'Khóa điểm danh sau buổi học', 'Attendance is locked after'),
  'geo.enabled': word('attendance', 'yes', 'Kiểm tra vị trí khi điểm danh', 'Location is checked'),
  'geo.radiusM': word('attendance', 'metres', 'Bán kính vị trí', 'Radius of the location'),
  'online.maxShare': word('online', 'percent', 'Tỷ lệ tiết trực tuyến nhiều nhất', 'Share of online periods at most'),
  'online.minPresence': word('online', 'percent', 'Có mặt từ mức này thì tiết được tính', 'Presence that makes a period count'),
  'online.promptCount': word('online', 'times', 'Số lần hỏi hiện diện mỗi buổi', 'Presence prompts a session'),
  'online.promptsNeeded': word('online', 'times', 'Số lần phải trả lời', 'Prompts to be answered'),
  'online.promptOpenSec': word('online', 'seconds', 'Thời gian chờ trả lời mỗi lần hỏi', 'A prompt waits for its answer for'),
  'online.heartbeatSec': word('online', 'seconds', 'Tín hiệu hiện diện gửi mỗi', 'A sign of presence every'),
  'online.batchSec': word('online', 'seconds', 'Ghi tín hiệu mỗi', 'Signs are written every'),
  'online.lostAfterSec': word('online', 'seconds', 'Coi là mất kết nối sau', 'Counted as disconnected after'),
  'conflict.room': word('clash', 'clash', 'Hai lớp cùng phòng', 'Two classes in one room'),
  'conflict.lecturer': word('clash', 'clash', 'Giảng viên có hai buổi cùng lúc', 'A lecturer in two sessions'),
  'conflict.trainee': word('clash', 'clash', 'Học viên có hai buổi cùng lúc', 'A trainee in two sessions'),
  scale: word('marks', 'number', 'Thang điểm', 'Scale of marks'),
  gradeStep: word('marks', 'number', 'Bước điểm', 'Step of marks'),
  passRatio: word('marks', 'percent', 'Đạt từ mức này của thang điểm', 'Passed from this part of the scale'),
  gradeBands: word('marks', 'bands', 'Xếp loại', 'Classification'),
  'resit.max': word('marks', 'times', 'Số lần thi lại', 'Resits allowed'),
  'regrade.windowDays': word('marks', 'days', 'Hạn xin phúc khảo', 'Regrading may be asked within'),
  'regrade.allowLower': word('marks', 'yes', 'Phúc khảo có thể hạ điểm', 'Regrading may lower a mark'),
  'marking.double': word('marks', 'yes', 'Chấm hai vòng', 'Marked twice'),
  'marking.diffThreshold': word('marks', 'number', 'Hai người chấm lệch quá thì đối thoại (điểm)', 'Markers talk when they differ by more than (marks)'),
  'discipline.blocking': word('marks', 'words', 'Kỷ luật chặn hoàn thành', 'Discipline that blocks completion'),
  'minAnnualPeriods.CADRE': word('year', 'periods', 'Cán bộ', 'Cadres'),
  'minAnnualPeriods.CIVIL_SERVANT': word('year', 'periods', 'Công chức', 'Civil servants'),
  'minAnnualPeriods.PUBLIC_EMPLOYEE': word('year', 'periods', 'Viên chức', 'Public employees'),
  'credit.allocation': word('year', 'credit', 'Tiết được tính vào năm', 'Periods count for the year of'),
  'credit.requireCompletion': word('year', 'yes', 'Chỉ tính lớp đã hoàn thành', 'Only completed classes count'),
  'credit.exemptionReasons': word('year', 'words', 'Lý do được miễn', 'Reasons for exemption'),
  'credit.newHireProRata': word('year', 'yes', 'Người mới tính theo số tháng', 'New staff pro rata'),
  'credit.onTrackRatio': word('year', 'percent', 'Đúng tiến độ khi đạt', 'On track from'),
  'credit.alertDays': word('year', 'words', 'Ngày nhắc trong năm', 'Reminders in the year'),
};

const sayUnit = defineTexts({
  minutes: { vi: '{n} phút', en: '{n} {n|minute|minutes}' },
  seconds: { vi: '{n} giây', en: '{n} {n|second|seconds}' },
  hours: { vi: '{n} giờ', en: '{n} {n|hour|hours}' },
  days: { vi: '{n} ngày', en: '{n} {n|day|days}' },
  metres: { vi: '{n} m', en: '{n} m' },
  periods: { vi: '{n} tiết', en: '{n} {n|period|periods}' },
  times: { vi: '{n} lần', en: '{n} {n|time|times}' },
  number: { vi: '{n}', en: '{n}' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  BLOCK: { vi: 'Không cho xếp', en: 'Refused' },
  WARN: { vi: 'Cảnh báo', en: 'Warning' },
  BY_SESSION_DATE: { vi: 'ngày học', en: 'the session' },
  BY_COMPLETION_DATE: { vi: 'ngày hoàn thành', en: 'the completion' },
  SUSPENSION: { vi: 'Đình chỉ', en: 'Suspension' },
  MATERNITY: { vi: 'thai sản', en: 'maternity' },
  LONG_SICK_LEAVE: { vi: 'ốm dài ngày', en: 'long illness' },
  FULL_TIME_STUDY: { vi: 'đi học tập trung', en: 'full-time study' },
});

const known = new Set(['SUSPENSION', 'MATERNITY', 'LONG_SICK_LEAVE', 'FULL_TIME_STUDY', 'BLOCK', 'WARN', 'BY_SESSION_DATE', 'BY_COMPLETION_DATE']);

function inWords(code: string, language: Language): string {
  if (known.has(code)) return sayUnit(language, code as 'WARN');
  const day = /^(\d{2})-(\d{2})$/.exec(code);
  return day ? `${day[2]}/${day[1]}` : code;
}

function bandsInWords(bands: readonly GradeBand[], language: Language): string {
  return bands.map((band) => `${language === 'vi' ? band.nameVi : band.nameEn} ≥ ${formatNumber(band.min, language)}`).join('; ');
}

function valueInWords(value: unknown, unit: Unit, language: Language): string {
  if (typeof value === 'boolean') return sayUnit(language, value ? 'yes' : 'no');
  if (unit === 'bands') return bandsInWords(value as GradeBand[], language);
  if (Array.isArray(value)) return value.map((one) => inWords(String(one), language)).join(', ');
  if (typeof value !== 'number') return inWords(String(value), language);
  if (unit === 'percent') return formatPercent(value, language);
  return sayUnit(language, unit as 'number', { n: formatNumber(value, language) });
}

const valueAt = (rules: RuleSet, key: string): unknown =>
  key.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], rules);

export interface RuleFact {
  key: string;
  group: RuleGroup;
  name: string;
  value: string;
}

/** Every value of a rule set as name and words ("Được vắng nhiều nhất", "20%"), in the order in which people ask. */
export function ruleFacts(rules: RuleSet, language: Language): RuleFact[] {
  const present = new Set(ruleKeys(rules));
  return Object.entries(ruleWords)
    .filter(([key]) => present.has(key))
    .map(([key, { group, unit, name }]) => ({ key, group, name: name[language], value: valueInWords(valueAt(rules, key), unit, language) }));
}
