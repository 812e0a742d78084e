/** Words that people here and elsewhere choose most, without marks; digits and signs around them do not make them better. */
const words = `
password passwd passw0rd p@ssw0rd p@ssword pass admin administrator root user guest test demo login welcome letmein master changeme default
qwerty qwertyuiop qwert asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc wsxedc abc abcd abcde abcdef abcdefg abcdefgh abcabc
iloveyou loveyou monkey dragon football baseball sunshine princess shadow superman batman pokemon naruto michael jordan charlie ashley hello
freedom whatever trustno starwars computer internet samsung iphone google facebook zalo youtube microsoft windows office secret summer winter
spring autumn january december manager company server database student teacher school family forever lovely angel flower cookie killer hunter
matkhau matkhaumoi matkhaucuatoi mk quantri quantrivien nguoidung taikhoan dangnhap hethong khongco khongbiet khongnho quenmatkhau macdinh
anhyeuem emyeuanh yeuem yeuanh toiyeuem iloveem emyeu anhyeu yeumai maiyeu yeumaimai tinhyeu hanhphuc giadinh conyeu boyeume meyeucon yeucon
vietnam vietnamese vietnamvodich hanoi saigon hochiminh danang haiphong quangninh halong vinhhalong baichay uongbi campha mongcai dongtrieu vandon
cotoan hongai tienyen damha binhlieu bacho bachoho hoabinh thanhcong mayman phattai phatloc locphat taiphat anphat sinhnhat concho conmeo chomeo
canbo congchuc vienchuc hocvien giangvien giaovu daotao boiduong truongchinhtri chinhtri sonoivu noivu ubnd tinhuy dangvien phuong xaphuong
nguyen tran pham hoang phan dang huynh linhlinh huong phuonganh minhanh thanhthao ngocanh thuytrang hoanglong tuananh minhtuan ducanh quanganh
hoilamgi lamgicoma khongthe biettuot kobiet khongcopass matkhaula matkhaudenho denho denhothoi xinchao chaoban camon
`.trim().split(/\s+/);

const numbers = `12345678 123456789 1234567890 0123456789 87654321 987654321 0987654321 11112222 12341234 12344321 123123123 12121212 10203040 147258369
159357258 741852963 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz@wsx q1w2e3r4 zaq12wsx a1b2c3d4 aa123456 a1234567 a12345678 abc12345 19001900 20202020 01011990
30041975 02091945 19051890 19081945 20111982 03021930 686868686 68686868 86868686 79797979 39393939 113114115 0912345678 0987654321 0901234567`.trim().split(/\s+/);

export const commonWords: ReadonlySet<string> = new Set(words);
export const commonNumbers: ReadonlySet<string> = new Set(numbers);
