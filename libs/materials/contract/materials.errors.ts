import { defineErrors } from '@halong/platform/contract';

/** What a person reads when a file is not taken, or cannot be opened. */
export const materialsErrors = defineErrors('materials', {
  document_not_found: {
    kind: 'not_found',
    vi: 'Không tìm thấy tệp này. Tệp có thể đã được gỡ, hoặc anh chị không có quyền mở.',
    en: 'This file was not found. It may have been removed, or you may not open it.',
  },
  not_ready: {
    kind: 'conflict',
    vi: 'Tệp “{name}” chưa dùng được vì còn đang kiểm tra. Đợi kiểm tra xong rồi làm lại.',
    en: 'The file “{name}” cannot be used while it is being checked. Wait for the check, then try again.',
  },
  link_over: {
    kind: 'gone',
    vi: 'Liên kết tới tệp đã hết hạn hoặc không dành cho tài khoản này. Quay lại trang có tệp và mở lại.',
    en: 'The link to the file has ended or is not for this account. Go back to the page with the file and open it again.',
  },
  no_preview: {
    kind: 'conflict',
    vi: 'Loại tệp này không xem trên trang được. Tải tệp về để mở.',
    en: 'This kind of file cannot be shown on the page. Download it to open it.',
  },
  item_not_found: {
    kind: 'not_found',
    vi: 'Không tìm thấy mục này trong nội dung lớp. Mục có thể đã được gỡ, hoặc chưa đến lúc mở. Quay lại nội dung lớp để xem những gì đang mở.',
    en: 'This item was not found in the content of the class. It may have been removed, or it is not open yet. Go back to the content to see what is open.',
  },
  content_missing: {
    kind: 'invalid',
    vi: 'Mục này chưa có nội dung. Chọn tệp, nhập địa chỉ liên kết hoặc viết trang rồi lưu lại.',
    en: 'This item has no content yet. Choose a file, enter an address or write the page, then save again.',
  },
  topic_unknown: {
    kind: 'invalid',
    vi: 'Chuyên đề này không thuộc chương trình của lớp. Tải lại trang rồi chọn lại chuyên đề.',
    en: 'This topic does not belong to the programme of the class. Reload the page and choose the topic again.',
  },
  window_turned: {
    kind: 'invalid',
    vi: 'Thời điểm thôi hiện phải sau thời điểm bắt đầu hiện. Sửa một trong hai rồi lưu lại.',
    en: 'The end of showing must come after its beginning. Change one of them and save again.',
  },
  item_kept_elsewhere: {
    kind: 'conflict',
    vi: 'Bài tập được sửa ở trang bài tập. Mở bài tập rồi sửa ở đó.',
    en: 'An assignment is changed on its own page. Open the assignment and change it there.',
  },
  no_download: {
    kind: 'forbidden',
    vi: 'Giảng viên chỉ cho xem tài liệu này trên trang. Mở tài liệu để xem, hoặc hỏi giảng viên khi cần tệp.',
    en: 'The lecturer lets this be seen on the page only. Open it to read it, or ask the lecturer when you need the file.',
  },
  copy_of_itself: {
    kind: 'invalid',
    vi: 'Không sao chép nội dung của lớp vào chính lớp đó. Chọn một lớp khác.',
    en: 'The content of a class cannot be copied into itself. Choose another class.',
  },
  nothing_to_download: {
    kind: 'conflict',
    vi: 'Lúc này không có tệp nào được tải về. Mở từng mục để xem trên trang.',
    en: 'There is no file to download now. Open the items to read them on the page.',
  },
  no_retry: {
    kind: 'conflict',
    vi: 'Tệp này không chờ chuyển đổi lại, hoặc anh chị không có quyền yêu cầu. Tải lại trang để xem tình trạng mới.',
    en: 'This file does not wait to be converted again, or you may not ask for it. Reload the page to see how it is now.',
  },
  not_captions: {
    kind: 'invalid',
    vi: 'Phụ đề là tệp .vtt đặt cạnh video hoặc âm thanh. Chọn đúng hai tệp rồi lưu lại.',
    en: 'Captions are a .vtt file beside a video or a sound. Choose those two files and save again.',
  },
  picture_not_clean: {
    kind: 'unavailable',
    vi: 'Ảnh chỉ được cho người khác xem sau khi gỡ dữ liệu vị trí. Đợi ít phút rồi mở lại; nếu vẫn vậy, nhắn người gửi xuất lại ảnh và gửi tệp mới.',
    en: 'Others see a picture only once its place data has been taken out. Wait a few minutes and open it again; if that does not help, ask the sender to export the picture again and send the new file.',
  },
  upload_not_found: {
    kind: 'not_found',
    vi: 'Không còn lần tải lên này. Chọn lại tệp để tải từ đầu.',
    en: 'This upload is gone. Choose the file again to start over.',
  },
  upload_over: {
    kind: 'gone',
    vi: 'Lần tải lên đã quá hạn một ngày nên bị bỏ. Chọn lại tệp để tải từ đầu.',
    en: 'The upload was older than a day and was dropped. Choose the file again to start over.',
  },
  upload_closed: {
    kind: 'conflict',
    vi: 'Tệp này đã nhận đủ. Không gửi thêm vào lần tải lên này.',
    en: 'This file has arrived whole. Nothing more can be added to this upload.',
  },
  upload_busy: {
    kind: 'unavailable',
    vi: 'Tệp này đang được gửi từ một thẻ hoặc thiết bị khác. Đợi ít giây rồi tiếp tục.',
    en: 'This file is being sent from another tab or device. Wait a few seconds, then go on.',
  },
  wrong_offset: {
    kind: 'conflict',
    vi: 'Phần gửi lên không nối tiếp phần đã nhận. Trang sẽ hỏi lại máy chủ và gửi tiếp từ chỗ đúng.',
    en: 'What was sent does not follow what has arrived. The page asks the server again and goes on from the right place.',
  },
  not_tus: {
    kind: 'invalid',
    vi: 'Yêu cầu tải lên không đúng cách. Tải lại trang rồi chọn lại tệp.',
    en: 'The upload was not sent in the right way. Reload the page and choose the file again.',
  },
  no_classification: {
    kind: 'invalid',
    vi: 'Khai báo tệp là công khai hay nội bộ rồi gửi lại. Tài liệu mật không được đưa lên hệ thống này.',
    en: 'Declare the file public or internal, then send it again. Classified papers must not be put on this system.',
  },
  too_big: {
    kind: 'too_large',
    vi: 'Tệp “{name}” lớn hơn mức cho phép ({limit}). Nén hoặc chia nhỏ tệp rồi gửi lại.',
    en: 'The file “{name}” is larger than allowed ({limit}). Make it smaller or split it, then send it again.',
  },
  too_many_open: {
    kind: 'conflict',
    vi: 'Đang có {count} tệp tải dở. Hoàn tất hoặc huỷ bớt rồi thêm tệp mới.',
    en: '{count} uploads are unfinished. Finish or cancel some of them before adding a file.',
  },
  empty_file: {
    kind: 'invalid',
    vi: 'Tệp “{name}” rỗng, không có nội dung. Mở tệp kiểm tra, lưu lại rồi gửi.',
    en: 'The file “{name}” is empty. Open it, check it, save it again and send it.',
  },
  type_not_taken: {
    kind: 'invalid',
    vi: 'Không nhận loại tệp của “{name}”. Gửi một trong các loại: {kinds}.',
    en: 'The type of “{name}” is not taken. Send one of these types: {kinds}.',
  },
  content_differs: {
    kind: 'invalid',
    vi: 'Nội dung của “{name}” không phải là tệp {extension}. Lưu lại đúng định dạng từ phần mềm gốc rồi gửi.',
    en: 'The content of “{name}” is not a {extension} file. Save it in that format from its own program, then send it.',
  },
  unsafe_office: {
    kind: 'invalid',
    vi: 'Tệp “{name}” chứa macro hoặc tham chiếu ra ngoài nên không được nhận. Lưu lại thành tệp thường rồi gửi.',
    en: 'The file “{name}” contains macros or references to outside and is not taken. Save it as a plain document and send it.',
  },
  unsafe_archive: {
    kind: 'invalid',
    vi: 'Tệp nén “{name}” có mục đi ra ngoài thư mục, liên kết hoặc tệp nén lồng nhau. Nén lại từ thư mục thường rồi gửi.',
    en: 'The archive “{name}” has entries that leave its folder, links, or archives within it. Pack a plain folder and send it.',
  },
  swollen_archive: {
    kind: 'invalid',
    vi: 'Tệp “{name}” khi mở ra lớn bất thường hoặc có quá nhiều mục. Chia thành nhiều tệp nhỏ rồi gửi.',
    en: 'The file “{name}” would be unusually large when opened, or has too many entries. Split it and send the parts.',
  },
  broken_file: {
    kind: 'invalid',
    vi: 'Tệp “{name}” bị hỏng nên không mở được. Lưu lại từ phần mềm gốc rồi gửi.',
    en: 'The file “{name}” is damaged and cannot be opened. Save it again from its own program, then send it.',
  },
  encrypted_file: {
    kind: 'invalid',
    vi: 'Tệp “{name}” có mật khẩu nên không kiểm tra được. Bỏ mật khẩu rồi gửi lại.',
    en: 'The file “{name}” has a password and cannot be checked. Remove the password and send it again.',
  },
  infected: {
    kind: 'invalid',
    vi: 'Tệp “{name}” bị phần mềm diệt virus chặn ({threat}). Quét máy của anh chị rồi gửi tệp sạch.',
    en: 'The virus scanner blocked “{name}” ({threat}). Scan your computer and send a clean file.',
  },
});
