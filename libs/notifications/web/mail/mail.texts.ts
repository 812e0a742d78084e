import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  title: { vi: 'Thư đã gửi', en: 'Sent mail' },
  headline: { vi: '{total} thư', en: '{total} {total|letter|letters}' },
  lead: { vi: 'Mới nhất ở trên. Nội dung chỉ giữ khi máy chưa có máy chủ thư; thư đã rời máy không giữ nội dung.', en: 'Newest first. The text is kept only where there is no mail server; of letters that have left it is not kept.' },
  search: { vi: 'Tìm người nhận, tiêu đề', en: 'Find a recipient or subject' },
  recipient: { vi: 'Người nhận', en: 'Recipient' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  state: { vi: 'Tình trạng', en: 'State' },
  at: { vi: 'Lúc', en: 'At' },
  WAITING: { vi: 'Sắp gửi', en: 'Waiting' },
  SENT: { vi: 'Đã gửi', en: 'Sent' },
  SHOWN: { vi: 'Giữ tại đây', en: 'Kept here' },
  noServer: { vi: 'Máy này chưa có máy chủ thư.', en: 'This installation has no mail server.' },
  noServerWhy: { vi: 'Thư không rời máy mà hiện ở đây. Đặt SMTP_URL để gửi thật.', en: 'Letters stay here. Set SMTP_URL to send them.' },
  panel: { vi: 'Thư gửi {recipient}', en: 'Letter to {recipient}' },
  noText: { vi: 'Không giữ nội dung của thư này.', en: 'The text of this letter is not kept.' },
  empty: { vi: 'Chưa có thư nào', en: 'No letter yet' },
  emptyWhy: { vi: 'Thư hiện ở đây khi Halong báo tin cho người có địa chỉ thư.', en: 'Letters appear here when Halong writes to people who have an address.' },
  emptySearch: { vi: 'Thử chữ khác.', en: 'Try another word.' },
});
