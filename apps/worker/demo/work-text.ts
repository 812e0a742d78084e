import { chance } from './seeded.ts';

/** What a trainee writes after the opening days; places to choose at, so that hardly two reports say the same. */
const paragraphs: readonly string[] = [
  'Qua {ba buổi đầu|các buổi vừa qua|hai ngày học đầu tiên}, {tôi|bản thân tôi} {hiểu rõ hơn|nắm được|hình dung được} {quy trình tiếp nhận hồ sơ trực tuyến toàn trình|cách ký số và kiểm tra chữ ký số|việc số hóa kết quả giải quyết thủ tục}. {Trước đây|Lâu nay} ở {phường|đơn vị|bộ phận tôi} {vẫn in ra giấy rồi mới trình|còn nhập lại số liệu hai lần|phải gọi điện hỏi từng bước}, nên {mất thời gian|dễ sai sót|người dân phải chờ}.',
  '{Điều|Nội dung} tôi {thấy có ích nhất|áp dụng được ngay|muốn chia sẻ với đồng nghiệp} là {phiếu kiểm tra năm dòng trước khi trả kết quả|cách đặt tên tệp thống nhất|lịch trực ký số hai khung giờ}. {Tuần này|Ngay sau buổi học} tôi {làm thử với|thử trên} {mười hai|tám|hai mươi} hồ sơ {hộ tịch|chính sách xã hội|đất đai}, {giảm được|rút ngắn} {gần nửa ngày|một lượt đi lại|ba bước nhập tay}.',
  '{Khó khăn|Vướng mắc} {hiện nay|còn lại} là {đường truyền yếu vào buổi chiều|hai máy tính cũ không cài được phần mềm ký|người cao tuổi chưa quen thao tác}. Tôi {đề xuất|kiến nghị} {bố trí một người hướng dẫn tại sảnh|đổi máy ở quầy số 2|tổ chức thêm một buổi thực hành} {trong tháng tới|trước kỳ cao điểm|khi lớp kết thúc}.',
];

/** The report of one person. */
export const reportOf = (who: number): string =>
  paragraphs.map((paragraph, at) => {
    let place = 0;
    return paragraph.replace(/\{([^}]+)\}/g, (_, choices: string) => {
      const all = choices.split('|');
      place += 1;
      return all[Math.floor(chance('report', who, at, place) * all.length)] ?? '';
    });
  }).join('\n\n');

export const begunReport = `1. Việc đang làm ở đơn vị

Phòng Văn hóa - Xã hội tiếp nhận trung bình 40 hồ sơ bảo trợ xã hội mỗi tháng. Từ tháng 6, hồ sơ nộp qua Cổng dịch vụ công chiếm hơn một nửa, nhưng tờ trình vẫn in giấy để lấy chữ ký.

2. Điều rút ra từ chuyên đề

Ký số ngay trên phần mềm bỏ được bước in và quét. Muốn vậy phải có quy định nội bộ về ủy quyền khi lãnh đạo đi vắng, và `;

export const groupProject = `Đề án: rút ngắn thời gian giải quyết hồ sơ đất đai ở phường

Mục tiêu: 90 % hồ sơ trả trước hạn sau một quý.

Nhóm đề xuất ba việc: lập phiếu kiểm tra tại quầy, trực ký số hai khung giờ trong ngày, công khai tỷ lệ đúng hạn vào thứ Sáu hằng tuần. Kinh phí 14 triệu đồng, lấy từ nguồn chi thường xuyên.`;
