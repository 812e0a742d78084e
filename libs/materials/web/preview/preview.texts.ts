import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  pages: { vi: 'Các trang', en: 'Pages' },
  pageOf: { vi: 'Trang {page} trên {pages}', en: 'Page {page} of {pages}' },
  larger: { vi: 'Phóng to', en: 'Larger' },
  smaller: { vi: 'Thu nhỏ', en: 'Smaller' },
  download: { vi: 'Tải về ({size})', en: 'Download ({size})' },
  unreadable: { vi: 'Không mở được tệp trên trang này', en: 'The file cannot be shown here' },
  unreadableWhy: { vi: 'Tải tệp về và mở bằng phần mềm trên máy. Nếu vẫn không mở được, nhờ người gửi lưu lại rồi gửi lại tệp.', en: 'Download it and open it on your computer. If that fails too, ask the sender to save and send it again.' },
  unplayable: { vi: 'Trình duyệt này không phát được tệp', en: 'This browser cannot play the file' },
  unplayableWhy: { vi: 'Tải tệp về để mở bằng phần mềm trên máy.', en: 'Download it and play it on your computer.' },
  noPages: { vi: 'Tệp này chưa có bản xem theo trang. Tải tệp về để mở.', en: 'There are no pages of this file to look at yet. Download it to open it.' },
  textCut: { vi: 'Chỉ hiện phần đầu. Tải tệp về để đọc hết.', en: 'Only the beginning is shown. Download the file to read all of it.' },
  speed: { vi: 'Tốc độ phát', en: 'Playing speed' },
});
