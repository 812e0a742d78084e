import { defineErrors } from '@halong/platform/contract';

export const organisationErrors = defineErrors('organisation', {
  not_a_spreadsheet: { kind: 'invalid', vi: 'Tệp này không phải bảng tính .xlsx hoặc .csv. Mở bằng Excel, lưu thành .xlsx rồi gửi lại.', en: 'This file is not an .xlsx or .csv sheet. Open it in Excel, save it as .xlsx and send it again.' },
  broken_file: { kind: 'invalid', vi: 'Không đọc được tệp, có thể tệp bị hỏng khi gửi. Lưu lại bằng Excel rồi gửi lại.', en: 'The file cannot be read; it may have been damaged on the way. Save it again in Excel and send it again.' },
  file_too_large: { kind: 'too_large', vi: 'Tệp lớn hơn mức cho phép ({limit}). Chia tệp thành nhiều phần rồi gửi từng phần.', en: 'The file is larger than allowed ({limit}). Split it and send the parts.' },
  inflates_too_much: { kind: 'too_large', vi: 'Nội dung nén trong tệp bung ra quá {limit}, không phải một danh sách bình thường. Lưu lại bằng Excel rồi gửi lại.', en: 'What is packed in the file unfolds to more than {limit}; that is no ordinary list. Save it again in Excel and send it again.' },
  too_many_rows: { kind: 'too_large', vi: 'Tệp có quá {limit} dòng. Chia thành nhiều tệp rồi gửi từng tệp.', en: 'The file has more than {limit} rows. Split it and send the parts.' },
  too_many_columns: { kind: 'too_large', vi: 'Tệp có quá {limit} cột. Xóa các cột trống hoặc không dùng rồi gửi lại.', en: 'The file has more than {limit} columns. Delete the empty and unused ones and send it again.' },
  too_much_content: { kind: 'too_large', vi: 'Tệp có quá nhiều nội dung (mức cho phép {limit}). Xóa phần không thuộc danh sách rồi gửi lại.', en: 'There is too much in the file (at most {limit}). Delete what is no part of the list and send it again.' },
  reading_took_too_long: { kind: 'too_large', vi: 'Đọc tệp quá {seconds} giây chưa xong nên đã dừng. Chia tệp thành nhiều phần rồi gửi từng phần.', en: 'Reading the file took more than {seconds} seconds and was stopped. Split it and send the parts.' },
  wrong_encoding: { kind: 'invalid', vi: 'Chữ trong tệp không phải UTF-8. Trong Excel chọn “CSV UTF-8” hoặc lưu thành .xlsx rồi gửi lại.', en: 'The text of the file is not UTF-8. In Excel choose “CSV UTF-8”, or save it as .xlsx, and send it again.' },
  file_encrypted: { kind: 'invalid', vi: 'Tệp có mật khẩu. Bỏ mật khẩu trong Excel rồi gửi lại.', en: 'The file has a password. Remove it in Excel and send the file again.' },
  no_rows: { kind: 'invalid', vi: 'Không thấy dòng dữ liệu nào trong tệp. Kiểm tra trang tính và dòng tiêu đề.', en: 'There are no data rows in the file. Check the sheet and its heading.' },
  no_header: { kind: 'invalid', vi: 'Không thấy dòng tiêu đề của danh sách. Dòng tiêu đề cần có ít nhất họ tên và hai cột quen thuộc khác; đơn vị cần mã và tên.', en: 'The heading of the list was not found. It needs the name and two more known columns; units need a code and a name.' },
  import_failed: { kind: 'unexpected', vi: 'Hệ thống gặp lỗi khi xử lý tệp này, chưa ghi gì. Gửi lại tệp; nếu vẫn vậy, báo quản trị máy chủ.', en: 'The system failed on this file; nothing was written. Send it again; if it stays, tell the operator of the server.' },
  import_not_ready: { kind: 'conflict', vi: 'Lần nhập này chưa ở bước đó. Tải lại trang để xem bước hiện tại.', en: 'This import is not at that step. Reload the page to see where it is.' },
  mapping_incomplete: { kind: 'invalid', vi: 'Chưa ghép đủ cột bắt buộc. Chọn cột cho các mục được đánh dấu.', en: 'Some required columns are not mapped. Choose a column for the marked ones.' },
  column_used_twice: { kind: 'invalid', vi: 'Cột {column} được ghép cho hai mục. Mỗi cột chỉ dùng một lần.', en: 'Column {column} is used for two fields. Use each column once.' },
  rejected_units: { kind: 'conflict', vi: 'Còn {count} dòng bị loại. Cây tổ chức chỉ ghi khi mọi dòng đều đúng: sửa trong tệp rồi gửi lại.', en: '{count} rows are rejected. The tree is only written whole: mend the rows in the file and send it again.' },
  nothing_to_write: { kind: 'conflict', vi: 'Không có dòng nào cần ghi: dữ liệu trong tệp đã có đủ trong hệ thống.', en: 'There is nothing to write: the system already has what the file says.' },
  not_for_decision: { kind: 'conflict', vi: 'Dòng này không cần quyết định về đơn vị.', en: 'There is no unit to be decided for this row.' },
  undo_too_late: { kind: 'conflict', vi: 'Đã quá 24 giờ nên không hoàn tác được. Nhập lại tệp đúng để sửa.', en: 'More than 24 hours have passed, so this cannot be undone. Import the right file to correct it.' },
});
