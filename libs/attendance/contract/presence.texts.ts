import { defineTexts, timeOf, type Language, type TextPair } from '@halong/platform/contract';
import { z } from 'zod';
import { recordStatusNames } from './attendance-words.ts';

/** What the evidence screen says. `{at}` and `{from}` are instants and are shown as the province's wall-clock time. */
const texts = {
  TITLE_ALL: { vi: 'Đủ {total} tiết', en: 'All {total} {total|period|periods}' },
  TITLE_SOME: { vi: 'Vì sao {credited}/{total} tiết?', en: 'Why {credited} of {total} {total|period|periods}?' },
  TITLE_RUNNING: { vi: 'Buổi học chưa kết thúc: {credited}/{total} tiết', en: 'The session is not over: {credited} of {total} {total|period|periods}' },
  TITLE_EXCUSED: { vi: 'Vắng có phép', en: 'Excused absence' },

  STATUS_BY_HAND: { vi: 'Trạng thái do {by} ghi lúc {at}.', en: 'Status entered by {by} at {at}.' },
  STATUS_EXCUSED: { vi: '{by} ghi vắng có phép lúc {at}, kèm văn bản.', en: '{by} entered an excused absence at {at}, with a document.' },

  GAP_DISCONNECTED: { vi: 'Mất kết nối {minutes} phút trong tiết {period}.', en: 'Disconnected for {minutes} {minutes|minute|minutes} in period {period}.' },
  GAP_OUT: { vi: 'Ra khỏi phòng {minutes} phút trong tiết {period}.', en: 'Out of the room for {minutes} {minutes|minute|minutes} in period {period}.' },

  NOT_STARTED: { vi: 'Tiết {period} chưa bắt đầu.', en: 'Period {period} has not started.' },
  RUNNING: { vi: 'Tiết {period} đang diễn ra.', en: 'Period {period} is under way.' },
  ROOM_WHOLE: { vi: 'Tiết {period} có mặt tại phòng.', en: 'In the room for period {period}.' },
  ROOM_JOINED_LATE: { vi: 'Vào phòng lúc {at}, muộn {late} phút của tiết {period}. Giảng viên quyết định tiết này.', en: 'Came to the room at {at}, {late} {late|minute|minutes} into period {period}. The lecturer decides this period.' },
  ROOM_LEFT_DURING: { vi: 'Rời phòng lúc {at}, sớm {early} phút của tiết {period}. Giảng viên quyết định tiết này.', en: 'Left the room at {at}, {early} {early|minute|minutes} before the end of period {period}. The lecturer decides this period.' },
  ROOM_INTERRUPTED: { vi: 'Có lúc ra khỏi phòng trong tiết {period}. Giảng viên quyết định tiết này.', en: 'Left the room for a while in period {period}. The lecturer decides this period.' },
  ONLINE_ENOUGH: { vi: 'Tiết {period} có mặt {minutes}/{total} phút ({percent}%), đạt mức {needed}% ({neededMinutes} phút).', en: 'Present for {minutes} of {total} {total|minute|minutes} of period {period} ({percent}%), which meets the required {needed}% ({neededMinutes} {neededMinutes|minute|minutes}).' },
  ONLINE_TOO_SHORT: { vi: 'Tiết {period} có mặt {minutes}/{total} phút ({percent}%), dưới mức {needed}% ({neededMinutes} phút).', en: 'Present for {minutes} of {total} {total|minute|minutes} of period {period} ({percent}%), below the required {needed}% ({neededMinutes} {neededMinutes|minute|minutes}).' },
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

  RULE_ROOM: { vi: 'Tại phòng: muộn quá {late} phút là đi muộn; tiết vào muộn do giảng viên quyết định.', en: 'In the room: more than {late} {late|minute|minutes} is late; the lecturer decides a period joined late.' },
  RULE_ONLINE: { vi: '1 tiết trực tuyến được tính khi có mặt từ {needed}% thời lượng.', en: 'An online period is credited from {needed}% of its time.' },

  SAW_CHECK_IN: { vi: 'Quét mã hoặc nhập mã tại phòng.', en: 'Entered the code in the room.' },
  SAW_CHECK_OUT: { vi: 'Quét ra khỏi phòng.', en: 'Scanned out of the room.' },
  SAW_CHECK_OUT_BY_HAND: { vi: '{by} ghi rời phòng. Lý do: {reason}', en: '{by} recorded leaving the room. Reason: {reason}' },
  SAW_ONLINE: { vi: 'Vào lớp trực tuyến.', en: 'Joined online.' },
  SAW_ONLINE_AGAIN: { vi: 'Vào lại lớp trực tuyến.', en: 'Joined online again.' },
  SAW_LOST: { vi: 'Mất kết nối. Máy chủ không còn nhận tín hiệu.', en: 'Connection lost. The server received no more signals.' },
  SAW_ONLINE_LEFT: { vi: 'Rời lớp trực tuyến.', en: 'Left the online lesson.' },
  SAW_PROMPT_ANSWERED: { vi: 'Trả lời kiểm tra hiện diện lần {no} sau {seconds} giây.', en: 'Answered presence prompt {no} after {seconds} seconds.' },
  SAW_PROMPT_MISSED: { vi: 'Không trả lời kiểm tra hiện diện lần {no}.', en: 'Did not answer presence prompt {no}.' },
  SAW_MARK: { vi: '{by} ghi “{status}”. Lý do: {reason}', en: '{by} entered “{status}”. Reason: {reason}' },
  SAW_EXCUSED: { vi: '{by} ghi vắng có phép, kèm “{document}”. Lý do: {reason}', en: '{by} entered an excused absence with “{document}”. Reason: {reason}' },
  SAW_PERIOD_CREDITED: { vi: '{by} tính tiết {period}. Lý do: {reason}', en: '{by} credited period {period}. Reason: {reason}' },
  SAW_PERIOD_REFUSED: { vi: '{by} không tính tiết {period}. Lý do: {reason}', en: '{by} did not credit period {period}. Reason: {reason}' },
  SAW_START: { vi: 'Buổi học bắt đầu.', en: 'The session began.' },
  SAW_END: { vi: 'Buổi học kết thúc.', en: 'The session ended.' },
} satisfies Record<string, TextPair>;

export type SentenceCode = keyof typeof texts;

export const sayPresence = defineTexts(texts);

/** A text in codes: `code` names it, `params` go into it; instants are epoch milliseconds. */
export const sentence = z.object({ code: z.enum(Object.keys(texts) as [SentenceCode, ...SentenceCode[]]), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type Sentence = z.output<typeof sentence>;

function shown(language: Language, params: Sentence['params']): Sentence['params'] {
  const times = Object.entries(params).map(([key, value]) => [key, (key === 'at' || key === 'from') && typeof value === 'number' ? timeOf(value) : value]);
  const filled = Object.fromEntries(times) as Sentence['params'];
  const status = recordStatusNames[filled.status as keyof typeof recordStatusNames];
  return status ? { ...filled, status: status[language] } : filled;
}

/** The sentence in one language. */
export function renderSentence(language: Language, { code, params }: Sentence): string {
  return sayPresence(language, code, shown(language, params));
}
