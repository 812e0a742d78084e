import { fillText, formatDay, type Language, type TextPair } from '@halong/platform/contract';

/** A word that differs by language, such as a class name or a mode, travels as a pair. */
export type NotificationParam = string | number | TextPair;

interface KindShape {
  /** What the texts need; `tell` does not compile without one of them. */
  params: readonly string[];
  title: TextPair;
  body: TextPair;
}

const kindsOf = <const T extends Record<string, KindShape>>(kinds: T): T => kinds;

/** Everything that Halong tells people. Days travel as yyyy-MM-dd, other texts as people read them. */
export const notificationKinds = kindsOf({
  admitted: {
    params: ['classCode', 'className', 'openingDate'],
    title: { vi: 'Anh chị được duyệt vào lớp {classCode}', en: 'You are admitted to class {classCode}' },
    body: {
      vi: 'Lớp {className}, khai giảng ngày {openingDate}. Xem lịch học và sắp xếp công việc trước ngày này.',
      en: '{className} opens on {openingDate}. Look at the timetable and arrange your work before that day.',
    },
  },
  nominees_admitted: {
    params: ['classCode', 'className', 'openingDate', 'count', 'names'],
    title: { vi: 'Lớp {classCode} đã duyệt {count} người của đơn vị', en: 'Class {classCode} has admitted {count} of your people' },
    body: {
      vi: '{names}. Lớp {className}, khai giảng ngày {openingDate}. Bố trí công việc để người được duyệt đi học.',
      en: '{names}. {className} opens on {openingDate}. Arrange their work so that they can attend.',
    },
  },
  rejected: {
    params: ['personName', 'classCode', 'className', 'reason'],
    title: { vi: 'Đề cử của {personName} vào lớp {classCode} không được duyệt', en: 'The nomination of {personName} for class {classCode} was rejected' },
    body: {
      vi: 'Lý do: {reason}. Lớp {className}. Đơn vị có thể cử người khác nếu còn hạn đăng ký.',
      en: 'Reason: {reason}. Class: {className}. The unit may nominate somebody else before the deadline.',
    },
  },
  left: {
    params: ['personName', 'classCode', 'className', 'reason'],
    title: { vi: '{personName} không còn trong lớp {classCode}', en: '{personName} has left class {classCode}' },
    body: { vi: 'Lý do: {reason}. Lớp {className}. Nếu chưa đúng, liên hệ giáo vụ của lớp.', en: 'Reason: {reason}. Class: {className}. If this is wrong, contact the class coordinator.' },
  },
  class_decided: {
    params: ['classCode', 'className', 'openingDate', 'decisionNo'],
    title: { vi: 'Lớp {classCode} đã có quyết định mở lớp', en: 'Class {classCode} has its opening decision' },
    body: {
      vi: 'Quyết định số {decisionNo}. Lớp {className} khai giảng ngày {openingDate}.',
      en: 'Decision no. {decisionNo}. {className} opens on {openingDate}.',
    },
  },
  class_opening: {
    params: ['classCode', 'className', 'openingDate'],
    title: { vi: 'Lớp {classCode} đã khai giảng', en: 'Class {classCode} has opened' },
    body: { vi: 'Lớp {className}, khai giảng ngày {openingDate}. Mở lớp để xem buổi học đầu tiên.', en: '{className} opened on {openingDate}. Open the class to see its first session.' },
  },
  class_set_aside: {
    params: ['classCode', 'className', 'state', 'reason'],
    title: { vi: 'Lớp {classCode}: {state}', en: 'Class {classCode}: {state}' },
    body: { vi: 'Lý do: {reason}. Lớp {className}. Các buổi học chưa diễn ra không còn hiệu lực.', en: 'Reason: {reason}. Class: {className}. Sessions that have not taken place no longer stand.' },
  },
  session_moved: {
    params: ['classCode', 'sessionNo', 'topic', 'from', 'to'],
    title: { vi: 'Buổi {sessionNo} của lớp {classCode} đổi lịch', en: 'Session {sessionNo} of class {classCode} has moved' },
    body: { vi: '“{topic}”: từ {from} chuyển sang {to}.', en: '“{topic}”: from {from} to {to}.' },
  },
  mode_switched: {
    params: ['classCode', 'sessionNo', 'topic', 'when', 'mode'],
    title: { vi: 'Buổi {sessionNo} của lớp {classCode} đổi hình thức học', en: 'Session {sessionNo} of class {classCode} changes its mode' },
    body: { vi: '“{topic}” lúc {when}: {mode}.', en: '“{topic}” at {when}: {mode}.' },
  },
  place_changed: {
    params: ['classCode', 'sessionNo', 'topic', 'when', 'place'],
    title: { vi: 'Buổi {sessionNo} của lớp {classCode} đổi địa điểm', en: 'Session {sessionNo} of class {classCode} changes its place' },
    body: { vi: '“{topic}” lúc {when}: {place}.', en: '“{topic}” at {when}: {place}.' },
  },
  session_cancelled: {
    params: ['classCode', 'sessionNo', 'topic', 'when', 'reason'],
    title: { vi: 'Buổi {sessionNo} của lớp {classCode} bị hủy', en: 'Session {sessionNo} of class {classCode} is cancelled' },
    body: { vi: '“{topic}” lúc {when}. Lý do: {reason}.', en: '“{topic}” at {when}. Reason: {reason}.' },
  },
  lecturer_replaced: {
    params: ['classCode', 'sessionNo', 'topic', 'when', 'lecturer'],
    title: { vi: 'Buổi {sessionNo} của lớp {classCode} đổi giảng viên', en: 'Session {sessionNo} of class {classCode} has another lecturer' },
    body: { vi: '“{topic}” lúc {when} do {lecturer} giảng.', en: '“{topic}” at {when} is taught by {lecturer}.' },
  },
  result_published: {
    params: ['classCode', 'className'],
    title: { vi: 'Lớp {classCode} đã công bố kết quả', en: 'The results of class {classCode} are published' },
    body: { vi: 'Lớp {className}. Mở kết quả để xem từng điểm và cách tính.', en: '{className}. Open your result to see each mark and how it was computed.' },
  },
  work_result: {
    params: ['title', 'classCode', 'className'],
    title: { vi: 'Đã có kết quả “{title}”', en: 'The result of “{title}” is there' },
    body: { vi: 'Lớp {className} ({classCode}). Mở bài để xem điểm, phiếu chấm và nhận xét.', en: '{className} ({classCode}). Open your work to see the mark, the rubric and the comments.' },
  },
  result_recognised: {
    params: ['classCode', 'className', 'decisionNo', 'decisionDate', 'result'],
    title: { vi: 'Kết quả lớp {classCode} đã được công nhận', en: 'The results of class {classCode} are recognised' },
    body: {
      vi: 'Kết quả của anh chị: {result}. Lớp {className}, theo quyết định số {decisionNo} ngày {decisionDate}.',
      en: 'Your result: {result}. {className}, by decision no. {decisionNo} of {decisionDate}.',
    },
  },
  regrade_moved: {
    params: ['classCode', 'component', 'state'],
    title: { vi: 'Đơn phúc khảo lớp {classCode}: {state}', en: 'Your regrade request in {classCode}: {state}' },
    body: { vi: 'Cột điểm {component}. Mở kết quả để xem trả lời và điểm hiện tại.', en: 'Component: {component}. Open your results for the answer and the present score.' },
  },
  regrade_asked: {
    params: ['classCode', 'component'],
    title: { vi: 'Lớp {classCode} có đơn phúc khảo mới', en: 'A new regrade request in class {classCode}' },
    body: { vi: 'Cột điểm {component}. Mở bảng điểm, mục Đơn phúc khảo, để nhận đơn và giao người chấm lại.', en: 'Component: {component}. Open the regrade requests of the grade sheet to accept it and name a new marker.' },
  },
  regrade_given: {
    params: ['classCode', 'component', 'code'],
    title: { vi: 'Anh chị được giao chấm lại bài {code}', en: 'Script {code} is yours to mark again' },
    body: { vi: 'Lớp {classCode}, cột điểm {component}. Mở bảng điểm, mục Đơn phúc khảo, để đọc bài và ghi điểm.', en: 'Class {classCode}, component: {component}. Open the regrade requests of the grade sheet to read it and enter the score.' },
  },
  work_assigned: {
    params: ['classCode', 'title', 'dueDay', 'dueTime'],
    title: { vi: 'Lớp {classCode} có bài phải nộp: {title}', en: 'Class {classCode} has work to submit: {title}' },
    body: { vi: 'Hạn nộp {dueTime} ngày {dueDay}. Mở bài để xem yêu cầu và bắt đầu làm.', en: 'Due on {dueDay} at {dueTime}. Open it to see what is asked and to begin.' },
  },
  work_due: {
    params: ['classCode', 'title', 'dueDay', 'dueTime'],
    title: { vi: 'Sắp đến hạn nộp: {title}', en: 'Due soon: {title}' },
    body: { vi: 'Hạn nộp {dueTime} ngày {dueDay}, lớp {classCode}. Anh chị chưa nộp bài này.', en: 'Due on {dueDay} at {dueTime}, class {classCode}. You have not submitted it yet.' },
  },
  work_received: {
    params: ['classCode', 'title', 'attempt', 'day', 'time', 'hash'],
    title: { vi: 'Đã nhận bài nộp: {title}', en: 'Work received: {title}' },
    body: { vi: 'Lớp {classCode}, lần nộp {attempt}, nhận lúc {time} ngày {day}. Mã nội dung bắt đầu bằng {hash}.', en: 'Class {classCode}, attempt {attempt}, received on {day} at {time}. The content hash begins with {hash}.' },
  },
  confirmation_wanted: {
    params: ['classCode', 'title', 'by'],
    title: { vi: 'Bài nhóm chờ anh chị xác nhận: {title}', en: 'Group work waits for your confirmation: {title}' },
    body: { vi: '{by} đã xác nhận nộp. Bài của nhóm ở lớp {classCode} chỉ được nộp khi mọi thành viên xác nhận cùng một nội dung.', en: '{by} has confirmed it. The group’s work in class {classCode} is submitted when every member confirms the same content.' },
  },
  certificate_issued: {
    params: ['registerNumber', 'className'],
    title: { vi: 'Chứng chỉ số {registerNumber} đã được cấp', en: 'Certificate no. {registerNumber} is issued' },
    body: { vi: 'Lớp {className}. Anh chị có thể xem và tải bản điện tử.', en: '{className}. You can view and download the electronic copy.' },
  },
  certificate_revoked: {
    params: ['registerNumber', 'className', 'reason'],
    title: { vi: 'Chứng chỉ số {registerNumber} bị thu hồi', en: 'Certificate no. {registerNumber} is revoked' },
    body: { vi: 'Lớp {className}. Căn cứ: {reason}. Liên hệ cơ sở đào tạo nếu cần giải thích.', en: '{className}. Ground: {reason}. Contact the institution if you need an explanation.' },
  },
});

export type NotificationKind = keyof typeof notificationKinds;
export type NotificationParams<K extends NotificationKind> = Record<(typeof notificationKinds)[K]['params'][number], NotificationParam>;

const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value);

function spoken(language: Language, value: NotificationParam): string | number {
  if (typeof value === 'object') return value[language];
  return typeof value === 'string' && isDay(value) ? formatDay(value) : value;
}

/** Title and body in one language. In: the kind and its params as stored. A kind of a newer version answers undefined. */
export function notificationText(language: Language, kind: string, params: Record<string, NotificationParam>): { title: string; body: string } | undefined {
  if (!Object.hasOwn(notificationKinds, kind)) return undefined;
  const { title, body } = notificationKinds[kind as NotificationKind];
  const words = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, spoken(language, value)]));
  return { title: fillText(title[language], words), body: fillText(body[language], words) };
}
