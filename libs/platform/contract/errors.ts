/** What went wrong, in the sense of HTTP; decides the status code in one place. */
export const statusOfKind = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  limit: 429,
  unexpected: 500,
  unavailable: 503,
  no_space: 507,
} as const;

export type ErrorKind = keyof typeof statusOfKind;

/** One entry of the catalogue. Both languages are obligatory: a missing text does not compile. */
export interface ErrorText {
  kind: ErrorKind;
  vi: string;
  en: string;
}

export interface ErrorDef extends ErrorText {
  code: string;
}

export type ErrorParams = Record<string, string | number>;

/**
 * Declares the expected errors of one domain: key → kind and a text in both languages.
 * The texts say what happened and what to do; `{name}` stands for a parameter.
 */
export function defineErrors<const T extends Record<string, ErrorText>>(domain: string, texts: T): { [K in keyof T]: ErrorDef } {
  const entries = Object.entries(texts).map(([key, text]) => [key, { ...text, code: `${domain}.${key}` }]);
  return Object.fromEntries(entries) as { [K in keyof T]: ErrorDef };
}

/** An expected refusal. Anything else that is thrown becomes a 500 without words. */
export class AppError extends Error {
  readonly def: ErrorDef;
  readonly params: ErrorParams;
  readonly fields: FieldProblem[];

  constructor(def: ErrorDef, params: ErrorParams = {}, fields: FieldProblem[] = []) {
    super(def.code);
    this.def = def;
    this.params = params;
    this.fields = fields;
  }
}

export interface FieldProblem {
  path: string;
  message: string;
}

/** The body of every refusal (RFC 9457). `title` is in the person's language and says what to do. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  requestId: string;
  params?: ErrorParams;
  fields?: FieldProblem[];
}

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/**
 * Puts the parameters into a text: `fillText('Lớp {code}', { code: 'K01' })` → `Lớp K01`. English counts choose their word:
 * `{n} {n|class|classes}` → `1 class`, `2 classes`.
 */
export function fillText(text: string, params: ErrorParams = {}): string {
  return text.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    if (!(name in params)) return whole;
    const word = String(params[name]) === '1' ? one : many;
    return word ?? String(params[name]);
  });
}

export const platformErrors = defineErrors('platform', {
  invalid_input: {
    kind: 'invalid',
    vi: 'Dữ liệu gửi lên chưa đúng. Xem các ô được đánh dấu rồi gửi lại.',
    en: 'The data sent is not right. Check the marked fields and send it again.',
  },
  not_signed_in: {
    kind: 'unauthenticated',
    vi: 'Phiên đăng nhập đã hết. Đăng nhập lại để làm tiếp, nội dung đang gõ vẫn được giữ.',
    en: 'Your sign-in has ended. Sign in again to go on; what you typed is kept.',
  },
  forbidden: {
    kind: 'forbidden',
    vi: 'Tài khoản này không có quyền làm việc đó. Hỏi quản trị hệ thống nếu cần quyền.',
    en: 'This account may not do that. Ask the system administrator if you need the right.',
  },
  not_found: {
    kind: 'not_found',
    vi: 'Không tìm thấy mục này. Có thể mục đã được chuyển hoặc anh chị không có quyền xem.',
    en: 'This item was not found. It may have moved, or you may not be allowed to see it.',
  },
  foreign_origin: {
    kind: 'forbidden',
    vi: 'Yêu cầu đến từ một trang khác nên bị từ chối. Mở Halong từ địa chỉ chính thức rồi làm lại.',
    en: 'The request came from another site and was refused. Open Halong at its own address and try again.',
  },
  key_reused: {
    kind: 'conflict',
    vi: 'Mã chống gửi trùng đã dùng cho một yêu cầu khác. Tải lại trang rồi gửi lại.',
    en: 'This idempotency key was used for a different request. Reload the page and send again.',
  },
  stale_version: {
    kind: 'conflict',
    vi: 'Người khác vừa sửa mục này. Tải lại để xem bản mới rồi sửa tiếp.',
    en: 'Somebody else has just changed this. Reload to see the new version, then edit it.',
  },
  too_large: {
    kind: 'too_large',
    vi: 'Tệp hoặc nội dung lớn hơn mức cho phép ({limit}). Chọn tệp nhỏ hơn.',
    en: 'The file or content is larger than allowed ({limit}). Choose a smaller one.',
  },
  too_many_requests: {
    kind: 'limit',
    vi: 'Có quá nhiều yêu cầu. Thử lại sau {seconds} giây.',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  unavailable: {
    kind: 'unavailable',
    vi: 'Hệ thống đang khởi động lại. Chưa có gì bị mất, thử lại sau ít giây.',
    en: 'The system is restarting. Nothing is lost; try again in a few seconds.',
  },
  busy: {
    kind: 'unavailable',
    vi: 'Nhiều người đang sửa cùng một mục. Chưa có gì bị thay đổi, thử lại sau ít giây.',
    en: 'Many people are changing the same item. Nothing was changed; try again in a few seconds.',
  },
  no_space: {
    kind: 'no_space',
    vi: 'Kho lưu trữ đã đầy. Báo quản trị hệ thống, rồi gửi lại.',
    en: 'The storage is full. Tell the administrator, then send again.',
  },
  unexpected: {
    kind: 'unexpected',
    vi: 'Hệ thống gặp lỗi khi xử lý. Thử lại; nếu vẫn vậy, gửi mã {requestId} cho quản trị hệ thống.',
    en: 'The system failed to handle this. Try again; if it stays, give the code {requestId} to the administrator.',
  },
});
