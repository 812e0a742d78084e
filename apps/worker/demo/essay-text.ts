import { chance } from './seeded.ts';

/** Sentences with places to choose at: written so that no two essays say the same for long. */
const paragraphs: readonly (readonly string[])[] = [
  ['1. Nêu tình huống'],
  [
    'Trong {sáu|chín|mười|bảy} tháng đầu năm, {bộ phận một cửa|tổ tiếp nhận|bộ phận trả kết quả} của {đơn vị|phường|xã|phòng} {nhận|tiếp nhận|thụ lý} {3.214|4.126|2.870|5.032|1.958} hồ sơ, {trong đó|riêng phần trễ hạn là} {318|205|412|176|267} hồ sơ {trả chậm|quá hạn|phải xin lỗi}.',
    '{Người dân|Nhiều hộ|Một số doanh nghiệp} {phản ánh|gửi ý kiến|nêu} tại {buổi tiếp dân|cuộc họp tổ dân phố|hộp thư góp ý} rằng {phải đi lại|chờ đợi|bổ sung giấy tờ} {nhiều lần|hai, ba lượt|lâu hơn phiếu hẹn}, {nhất là|chủ yếu ở} lĩnh vực {đất đai|hộ tịch|xây dựng|chính sách}.',
  ],
  ['2. Phân tích nguyên nhân'],
  [
    '{Đối chiếu|So sánh|Rà soát} {nhật ký xử lý|sổ theo dõi|số liệu trên phần mềm}, {tác giả|nhóm công tác|phòng} thấy {quá nửa|hai phần ba|bảy phần mười} hồ sơ {dừng lại|bị nghẽn|nằm chờ} ở {bước thẩm tra|bước trình ký|khâu lấy ý kiến}, {chứ không|không} phải ở {khâu tiếp nhận|quầy}.',
    '{Nguyên nhân|Lý do} trực tiếp là {chỉ có một người|hai công chức|một lãnh đạo} {được phân công|có thẩm quyền|được ủy quyền} {ký|duyệt|thẩm định}, {khi vắng mặt|lúc đi công tác|khi đi học} thì {không ai thay|hồ sơ phải đợi|việc bị dồn lại} {1,8 ngày|gần hai ngày|hơn một ngày}.',
    '{Sâu xa hơn|Xét kỹ|Nhìn rộng ra}, {chưa có|còn thiếu} {quy chế|quy định nội bộ|bảng phân công} {phù hợp|cập nhật} sau khi {sắp xếp|sáp nhập} đơn vị hành chính, {cán bộ mới|người mới chuyển về} {làm theo|vẫn giữ} {thói quen cũ|quy trình của nơi cũ}.',
  ],
  ['3. Các phương án xử lý'],
  [
    'Phương án {thứ nhất|một} là {ủy quyền thường xuyên|giao quyền có thời hạn|phân cấp} cho {một phó trưởng phòng|phó chủ tịch|công chức phụ trách}: {làm được ngay|ít tốn kém|không cần kinh phí}, {nhưng|song} {cần văn bản|phải quy định} {rõ loại hồ sơ|rõ trách nhiệm}.',
    'Phương án {thứ hai|hai} là {ký số từ xa|trang bị chữ ký số|dùng thiết bị ký di động}, {kèm|cùng với} {lịch trực|ca trực ký} {hai khung giờ|sáng và chiều}; {chi phí|dự kiến tốn} {14|18|22|9} triệu đồng, {giảm được|rút ngắn} {hồ sơ chờ|thời gian chờ} {ngoài giờ|cuối ngày}.',
    'Phương án {thứ ba|ba} là {lập tổ lưu động|lập tổ xử lý|huy động thêm người} trong {ba tháng|một quý|sáu tuần}, {giải quyết|làm hết} {phần tồn đọng|hồ sơ cũ} {nhưng không|mà không} {chữa được|xử lý được} {gốc rễ|nguyên nhân} đã nêu.',
  ],
  ['4. Lựa chọn và tổ chức thực hiện'],
  [
    '{Tác giả|Người viết|Đơn vị} {chọn|đề xuất} {kết hợp|thực hiện đồng thời} phương án {một và hai|thứ nhất với thứ hai}, vì {nằm trong thẩm quyền|vừa sức|đo được kết quả} và {thấy kết quả|kiểm tra được} sau {một quý|ba tháng|hai tháng}.',
    '{Trưởng phòng|Chủ tịch|Văn phòng} {ban hành|trình} quy chế trước {ngày 15|ngày 20|cuối tháng}, {bộ phận công nghệ|công chức văn phòng} {tập huấn|hướng dẫn} {hai buổi|một buổi}, {hằng tuần|mỗi thứ sáu} {công khai|báo cáo} {tỷ lệ đúng hạn|số hồ sơ trễ}.',
  ],
];

/** The essay of the drawing. */
export const shownEssay = [
  '1. Nêu tình huống',
  'Phường mới có gần ba vạn dân, bộ phận một cửa làm việc tại hai địa điểm. Từ tháng 7, lượng hồ sơ tăng gấp rưỡi trong khi số công chức không đổi. Tổ dân phố và hai doanh nghiệp đã có ý kiến về việc trả kết quả chậm.',
  '2. Phân tích nguyên nhân',
  'Trong chín tháng đầu năm, bộ phận một cửa của đơn vị nhận 4.126 hồ sơ, trong đó 318 hồ sơ trả chậm, bằng 7,7%. Qua đối chiếu nhật ký xử lý, hai phần ba số hồ sơ chậm dừng lại ở bước trình duyệt, không phải ở bước tiếp nhận như phản ánh ban đầu của các tổ dân phố.',
  'Nguyên nhân trực tiếp là cả phòng chỉ có một người được ủy quyền ký số. Khi người này đi họp hoặc đi học, hồ sơ chờ trung bình 1,8 ngày. Nguyên nhân sâu hơn là chưa có quy định về ủy quyền khi vắng mặt, và cán bộ mới chuyển về từ ba đơn vị cũ còn làm theo ba quy trình khác nhau.',
  'Một nguyên nhân nữa thuộc về cách giao việc. Bảng phân công lập từ tháng 7 năm 2025, ngay sau khi sắp xếp đơn vị hành chính, đến nay chưa được rà soát lại, trong khi khối lượng hồ sơ đất đai đã tăng gấp rưỡi.',
  '3. Các phương án xử lý',
  'Phương án thứ nhất là ủy quyền thường xuyên cho một phó trưởng phòng. Phương án này làm được ngay, không tốn kinh phí, nhưng cần văn bản của Chủ tịch Ủy ban nhân dân phường và quy định rõ loại hồ sơ.',
  'Phương án thứ hai là bố trí ký số trên điện thoại công vụ cho cả trưởng phòng và phó trưởng phòng, kèm lịch trực ký hai khung giờ trong ngày. Phương án này cần 14 triệu đồng mua chữ ký số, nhưng giảm được cả hồ sơ chờ ngoài giờ.',
  'Phương án thứ ba là lập tổ xử lý hồ sơ chậm trong ba tháng, gồm một phó trưởng phòng và hai công chức. Phương án này giải quyết được tồn đọng, song không chữa được nguyên nhân sâu xa nêu ở mục 2.',
  'Tác giả chọn kết hợp phương án thứ nhất và thứ hai, vì làm được ngay trong thẩm quyền của phường và đo được kết quả sau một quý.',
].join('\n\n');

/** Words of the essay above that another script has too. */
const borrowed = 'Cũng nên bố trí ký số trên điện thoại công vụ cho cả trưởng phòng và phó trưởng phòng, kèm lịch trực ký hai khung giờ trong ngày.';

export function essayOf(no: number, copies: boolean): string {
  const chosen = paragraphs.map((sentences, at) => sentences.map((sentence, place) => {
    let turn = 0;
    return sentence.replace(/\{([^}]+)\}/g, (_, words: string) => {
      turn += 1;
      const ways = words.split('|');
      return ways[Math.floor(chance('essay', no, at, place, turn) * ways.length)] ?? '';
    });
  }).join(' '));
  return (copies ? [...chosen, borrowed] : chosen).join('\n\n');
}
