import { defineTexts, timeOf, type Language } from '@halong/platform/contract';
import type { Sentence } from './explain.rules.ts';

/** What the evidence screen says. `{at}` is an instant and is shown as the province's wall-clock time. */
export const sayPresence = defineTexts({
  TITLE_ALL: { vi: 'Đủ {total} tiết', en: 'All {total} periods' },
  TITLE_SOME: { vi: 'Vì sao {credited}/{total} tiết?', en: 'Why {credited} of {total} periods?' },
  TITLE_RUNNING: { vi: 'Buổi học chưa kết thúc: {credited}/{total} tiết', en: 'The session is not over: {credited} of {total} periods' },
  TITLE_EXCUSED: { vi: 'Vắng có phép', en: 'Excused absence' },

  STATUS_BY_HAND: { vi: 'Trạng thái do {by} ghi lúc {at}.', en: 'Status entered by {by} at {at}.' },
  STATUS_EXCUSED: { vi: '{by} ghi vắng có phép lúc {at}, kèm văn bản.', en: '{by} entered an excused absence at {at}, with a document.' },

  GAP_DISCONNECTED: { vi: 'Mất kết nối {minutes} phút trong tiết {period}.', en: 'Disconnected for {minutes} minutes in period {period}.' },
  GAP_OUT: { vi: 'Ra khỏi phòng {minutes} phút trong tiết {period}.', en: 'Out of the room for {minutes} minutes in period {period}.' },

  NOT_STARTED: { vi: 'Tiết {period} chưa bắt đầu.', en: 'Period {period} has not started.' },
  RUNNING: { vi: 'Tiết {period} đang diễn ra.', en: 'Period {period} is under way.' },
  ROOM_WHOLE: { vi: 'Tiết {period} có mặt tại phòng.', en: 'In the room for period {period}.' },
  ROOM_JOINED_LATE: { vi: 'Vào phòng lúc {at}, muộn {late} phút của tiết {period}. Giảng viên quyết định tiết này.', en: 'Came to the room at {at}, {late} minutes into period {period}. The lecturer decides this period.' },
  ROOM_LEFT_DURING: { vi: 'Rời phòng lúc {at}, sớm {early} phút của tiết {period}. Giảng viên quyết định tiết này.', en: 'Left the room at {at}, {early} minutes before the end of period {period}. The lecturer decides this period.' },
  ROOM_INTERRUPTED: { vi: 'Có lúc ra khỏi phòng trong tiết {period}. Giảng viên quyết định tiết này.', en: 'Left the room for a while in period {period}. The lecturer decides this period.' },
  ONLINE_ENOUGH: { vi: 'Tiết {period} có mặt {minutes}/{total} phút ({percent}%), đạt mức {needed}%.', en: 'Present for {minutes} of {total} minutes of period {period} ({percent}%), which meets the required {needed}%.' },
  ONLINE_TOO_SHORT: { vi: 'Tiết {period} có mặt {minutes}/{total} phút ({percent}%), dưới mức {needed}%.', en: 'Present for {minutes} of {total} minutes of period {period} ({percent}%), below the required {needed}%.' },
  BEFORE_ARRIVAL: { vi: 'Đến lúc {at}, khi tiết {period} đã kết thúc.', en: 'Arrived at {at}, after period {period} had ended.' },
  AFTER_LEAVING: { vi: 'Rời lớp lúc {at}, trước tiết {period}.', en: 'Left at {at}, before period {period}.' },
  NO_PRESENCE: { vi: 'Tiết {period} không có ghi nhận có mặt.', en: 'No record of presence in period {period}.' },
  EXCUSED: { vi: 'Tiết {period} vắng có phép.', en: 'Excused from period {period}.' },
  MARKED_WITHOUT_TIMES: { vi: 'Tiết {period} chưa rõ giờ vào, ra. Giảng viên quyết định tiết này.', en: 'No times are known for period {period}. The lecturer decides this period.' },
  CREDITED_BY_HAND: { vi: '{by} tính tiết {period}.', en: '{by} credited period {period}.' },
  NOT_CREDITED_BY_HAND: { vi: '{by} không tính tiết {period}.', en: '{by} did not credit period {period}.' },

  PERIODS_TO_DECIDE: { vi: 'Cần quyết định tiết {periods}.', en: 'To decide: period {periods}.' },
  PROMPTS_UNANSWERED: { vi: 'Trả lời {answered}/{shown} lần kiểm tra hiện diện, cần ít nhất {needed}. Xem lại trước khi chốt.', en: 'Answered {answered} of {shown} presence prompts, at least {needed} needed. Review before closing.' },
  CHECK_OUT_ONLY: { vi: 'Có quét ra nhưng không có quét vào. Hỏi giảng viên giờ vào.', en: 'Scanned out without scanning in. Ask the lecturer for the time of arrival.' },
  WAY_NOT_PLANNED: { vi: 'Có ghi nhận theo cách học không có trong lịch của buổi này, không được tính. Xem lại trước khi chốt.', en: 'There are records of a way of attending that this session does not have; they do not count. Review before closing.' },
  NO_PERIOD_CREDITED: { vi: 'Có vào lớp nhưng không đủ để tính tiết nào. Xem lại trước khi chốt.', en: 'Joined, but not long enough for any period. Review before closing.' },

  RULE_ROOM: { vi: 'Tại phòng: muộn quá {late} phút là đi muộn; tiết vào muộn do giảng viên quyết định.', en: 'In the room: more than {late} minutes is late; the lecturer decides a period joined late.' },
  RULE_ONLINE: { vi: '1 tiết trực tuyến được tính khi có mặt từ {needed}% thời lượng.', en: 'An online period is credited from {needed}% of its time.' },
});

/** The sentence in one language. */
export function renderSentence(language: Language, { code, params }: Sentence): string {
  const shown = typeof params.at === 'number' ? { ...params, at: timeOf(params.at) } : params;
  return sayPresence(language, code, shown);
}
