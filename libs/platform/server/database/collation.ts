/** Sorts Vietnamese as people here do, marks included. (MySQL calls it utf8mb4_vi_0900_as_ci.) */
export const vietnameseCollation = 'utf8mb4_uca1400_vietnamese_as_ci';
