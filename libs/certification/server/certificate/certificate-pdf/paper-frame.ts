/** The paper in CSS pixels, as the design draws it; the page scales it to A4. */
export const sheet = { width: 1123, height: 794 } as const;

type Point = readonly [x: number, y: number];

/** SVG path data through these points, with two digits at most: small and the same on every machine. */
function line(points: Point[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

const turn = 2 * Math.PI;
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Nine strands that twist like loose thread, along a band of this length and 18 px depth. */
function strands(length: number, twists: number): Point[][] {
  return range(9).map((strand) =>
    range(Math.ceil(length / 5) + 1).map((step) => {
      const along = Math.min(step * 5, length);
      const angle = (turn * along) / length;
      const lag = (strand * turn) / 16;
      const swell = 4.6 * Math.sin(twists * angle + lag) + 3.1 * Math.sin(Math.round(twists * 1.6) * angle - 1.7 * lag + 0.8);
      return [along, 9 + swell] as const;
    }),
  );
}

/** The four guilloche bands between the two rules of the border. */
export function borderPaths(): string[] {
  const across = strands(1063, 7);
  const down = strands(733, 5);
  return [
    ...across.flatMap((band) => [29, 747].map((top) => line(band.map(([x, y]) => [30 + x, top + y])))),
    ...down.flatMap((band) => [29, 1076].map((left) => line(band.map(([x, y]) => [left + y, 30 + x])))),
  ];
}

/** One closed curve with petals, turned a little further each time: together they make the mesh of a bank note. */
function ring(curves: number, radius: number, swing: number, petals: number): string[] {
  return range(curves).map((curve) =>
    line(
      range(241).map((step) => {
        const angle = (turn * step) / 240;
        const petal = petals * angle + (turn * curve) / curves;
        const r = radius + swing * Math.sin(petal) + 0.22 * swing * Math.sin(2 * petal);
        return [561.5 + r * Math.cos(angle), 390 + r * Math.sin(angle)] as const;
      }),
    ),
  );
}

/** The rosette behind the text: a wide mesh around a narrow one. */
export function rosettePaths(): string[] {
  return [...ring(14, 146, 30, 16), ...ring(10, 88, 20, 12)];
}

type Island = readonly [centre: number, halfWidth: number, height: number];

const far: Island[] = [
  [40, 60, 62], [118, 80, 96], [232, 74, 92], [388, 70, 66], [502, 56, 128], [640, 64, 56], [736, 50, 97], [806, 44, 108], [892, 66, 118], [1000, 70, 128],
];
const near: Island[] = [
  [30, 70, 26], [204, 84, 40], [322, 66, 34], [470, 92, 30], [608, 56, 22], [760, 78, 46], [872, 54, 34], [960, 52, 58], [1036, 60, 74],
];

/** Limestone stands steep at the foot and round at the top; two ripples keep the outline from looking turned. */
function ridge(islands: Island[], ripple: number): string {
  const outline: Point[] = range(350).map((step) => {
    const x = step * 3;
    const rock = Math.max(...islands.map(([centre, half, height]) => height * Math.max(0, 1 - Math.abs((x - centre) / half) ** 2.6) ** 0.62));
    return [52 + x, 743 - 7 - rock - ripple * (Math.sin(x / 7) + 0.7 * Math.sin(x / 2.9))] as const;
  });
  return `${line([[52, 743], ...outline, [1071, 743]].map(([x, y]) => [Math.min(x!, 1071), Math.min(y!, 743)] as const))}Z`;
}

/** The two rows of islands at the foot of the paper, back to front. */
export function islandPaths(): string[] {
  return [ridge(far, 1.2), ridge(near, 0.8)];
}
