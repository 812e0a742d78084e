import { describe, expect, it } from 'vitest';
import { likenessOf, mayBeAlike, signatureOf } from './likeness.rules.ts';

const shared = 'Nguyên nhân trực tiếp là cả phòng chỉ có một người được ủy quyền ký số, khi người này đi họp thì hồ sơ phải chờ';
const one = `Trong chín tháng đầu năm bộ phận một cửa nhận hơn bốn nghìn hồ sơ. ${shared}. Đơn vị đã chọn phương án thứ nhất vì làm được ngay.`;
const other = `Phường có ba cán bộ mới chuyển về từ các xã cũ và mỗi người làm theo một quy trình khác. ${shared.toUpperCase()} – cần quy định rõ việc ủy quyền.`;
const stranger = 'Công tác dân vận ở khu phố đòi hỏi cán bộ phải gần dân, nghe dân nói và nói cho dân hiểu về từng chủ trương mới.';

describe('what two scripts share', () => {
  it('finds the same words written in another case, and where they stand', () => {
    const { percent, inFirst, inSecond } = likenessOf(one, other);
    expect(percent).toBeGreaterThan(30);
    expect(inFirst.map(({ from, to }) => one.slice(from, to))).toEqual([shared]);
    expect(inSecond.map(({ from, to }) => other.slice(from, to))).toEqual([shared.toUpperCase()]);
    expect(mayBeAlike(signatureOf(one), signatureOf(other))).toBe(true);
  });

  it('is the whole of a text that was copied', () => expect(likenessOf(one, one).percent).toBe(100));
  it('is nothing between strangers', () => expect(likenessOf(one, stranger)).toEqual({ percent: 0, inFirst: [], inSecond: [] }));
  it('says nothing of a text too short', () => {
    expect(signatureOf('Đã nộp bài')).toEqual([]);
    expect(mayBeAlike(signatureOf('Đã nộp bài'), signatureOf('Đã nộp bài'))).toBe(false);
    expect(likenessOf('Đã nộp bài', one).percent).toBe(0);
  });
});
