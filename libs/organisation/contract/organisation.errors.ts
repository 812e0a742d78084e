import { defineErrors } from '@halong/platform/contract';

export const organisationErrors = defineErrors('organisation', {
  not_a_spreadsheet: { kind: 'invalid', vi: 'Tệp này không phải bảng tính .xlsx hoặc .csv. Mở bằng Excel, lưu thành .xlsx rồi gửi lại.', en: 'This file is not an .xlsx or .csv sheet. Open it in Excel, save it as .xlsx and send it again.' },
  broken_file: { kind: 'invalid', vi: 'Không đọc được tệp, có thể tệp bị hỏng khi gửi. Lưu lại bằng Excel rồi gửi lại.', en: 'The file cannot be read; it may have been damaged on the way. Save it again in Excel and send it again.' },
  file_too_large: { kind: 'too_large', vi: 'Tệp vượt mức cho phép: {what}, tối đa {limit}. Chia tệp thành nhiều phần rồi gửi từng phần.', en: 'The file is over the limit: {what}, at most {limit}. Split it and send the parts.' },
  wrong_encoding: { kind: 'invalid', vi: 'Chữ trong tệp không phải UTF-8. Trong Excel chọn “CSV UTF-8” hoặc lưu thành .xlsx rồi gửi lại.', en: 'The text of the file is not UTF-8. In Excel choose “CSV UTF-8”, or save it as .xlsx, and send it again.' },
  file_encrypted: { kind: 'invalid', vi: 'Tệp có mật khẩu. Bỏ mật khẩu trong Excel rồi gửi lại.', en: 'The file has a password. Remove it in Excel and send the file again.' },
  no_rows: { kind: 'invalid', vi: 'Không thấy dòng dữ liệu nào trong tệp. Kiểm tra trang tính và dòng tiêu đề.', en: 'There are no data rows in the file. Check the sheet and its heading.' },
  import_not_ready: { kind: 'conflict', vi: 'Lần nhập này chưa ở bước đó ({state}). Tải lại trang để xem bước hiện tại.', en: 'This import is not at that step ({state}). Reload the page to see where it is.' },
  mapping_incomplete: { kind: 'invalid', vi: 'Chưa ghép đủ cột: thiếu {fields}.', en: 'Some columns are not mapped yet: {fields}.' },
  undo_too_late: { kind: 'conflict', vi: 'Đã quá 24 giờ nên không hoàn tác được. Nhập lại tệp đúng để sửa.', en: 'More than 24 hours have passed, so this cannot be undone. Import the right file to correct it.' },
});
