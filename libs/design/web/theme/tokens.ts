/** Design tokens: the one place where a colour, a size or a duration is written down. */

export type Ramp = readonly [string, string, string, string, string, string, string, string, string, string];

/** Colour ramps, step 0 (lightest) to 9 (darkest). Components use the semantic names below, never a step. */
export const ramps = {
  ngoc: ['#EEF6F4', '#D8ECE7', '#B3D9D1', '#84C0B5', '#4FA396', '#24877A', '#0E6E64', '#0A5850', '#08453F', '#06322F'],
  bien: ['#EDF4FA', '#D6E6F3', '#ADCCE6', '#7DADD4', '#4A8ABD', '#2C6FA6', '#1F5A8C', '#184870', '#133957', '#0E2A41'],
  da: ['#FAFAF7', '#F3F3EE', '#E8E8E1', '#D6D7CE', '#B5B8AE', '#868C85', '#5F6763', '#47504C', '#2F3836', '#1A2321'],
  son: ['#FDF1EE', '#FADCD6', '#F2B4AA', '#E5857A', '#D4574B', '#BF3529', '#A82319', '#8A1B14', '#6B1711', '#4A110D'],
  hophach: ['#FDF6E7', '#F9E8C2', '#F1D08A', '#E3B04C', '#C98E1F', '#A87110', '#855707', '#6A4508', '#4F3407', '#372405'],
} as const satisfies Record<string, Ramp>;

/** Semantic values by colour scheme; they become `--h-<name>`. */
export const semantic = {
  light: {
    bg: '#F3F3EE',
    sheet: '#FFFFFF',
    sunken: '#F8F8F4',
    hover: '#F1F5F2',
    line: '#E2E3DB',
    'line-strong': '#C6C9BF',
    control: '#868C85',
    ink: '#1A2321',
    'ink-2': '#47504C',
    'ink-3': '#5F6763',
    brand: '#0E6E64',
    'brand-hover': '#0A5850',
    'on-brand': '#FFFFFF',
    'brand-soft': '#E1F0EC',
    'brand-soft-ink': '#0A5850',
    'brand-line': '#A9D2C9',
    act: '#A82319',
    'act-hover': '#8A1B14',
    'on-act': '#FFFFFF',
    'act-soft': '#FCE7E3',
    'act-soft-ink': '#8A1B14',
    'act-line': '#EFB3A9',
    warn: '#855707',
    'warn-mark': '#C98E1F',
    'warn-soft': '#FBF0D6',
    'warn-soft-ink': '#6A4508',
    'warn-line': '#E9CE92',
    info: '#1F5A8C',
    'info-soft': '#E3EEF7',
    'info-soft-ink': '#184870',
    'info-line': '#B4CFE6',
    'mute-soft': '#ECECE6',
    'mute-soft-ink': '#47504C',
    rail: '#0B3033',
    'rail-2': '#12403F',
    'rail-ink': '#DCE9E5',
    'rail-ink-2': '#9DB9B4',
    'rail-on': '#FFFFFF',
    focus: '#1F5A8C',
    scrim: 'rgba(11,32,34,.46)',
    'brand-text': '#0E6E64',
    'act-text': '#A82319',
    'viz-1': '#0E6E64',
    'viz-2': '#4A8ABD',
    'viz-3': '#B4790F',
    'viz-4': '#868C85',
    'viz-ghost': '#D6D7CE',
    'viz-grid': '#E2E3DB',
  },
  dark: {
    bg: '#0C1618',
    sheet: '#132023',
    sunken: '#0F1A1C',
    hover: '#1A2A2D',
    line: '#24363A',
    'line-strong': '#395055',
    control: '#72888A',
    ink: '#E8EEEB',
    'ink-2': '#B7C4C0',
    'ink-3': '#93A29E',
    brand: '#1D8073',
    'brand-hover': '#17695E',
    'on-brand': '#FFFFFF',
    'brand-soft': '#15362F',
    'brand-soft-ink': '#8FD6C8',
    'brand-line': '#28594F',
    act: '#C63C2E',
    'act-hover': '#B03225',
    'on-act': '#FFFFFF',
    'act-soft': '#3E1B18',
    'act-soft-ink': '#FFB3A7',
    'act-line': '#6E2F29',
    warn: '#E5BC68',
    'warn-mark': '#D9A53C',
    'warn-soft': '#352A12',
    'warn-soft-ink': '#EFCB82',
    'warn-line': '#5E4B1F',
    info: '#8CBDE8',
    'info-soft': '#152C40',
    'info-soft-ink': '#A5CDF0',
    'info-line': '#2A4C69',
    'mute-soft': '#213033',
    'mute-soft-ink': '#B7C4C0',
    rail: '#081214',
    'rail-2': '#14272A',
    'rail-ink': '#D3E0DC',
    'rail-ink-2': '#8FA5A1',
    'rail-on': '#FFFFFF',
    focus: '#8CBDE8',
    scrim: 'rgba(0,0,0,.62)',
    'brand-text': '#7CCDBE',
    'act-text': '#FF9E90',
    'viz-1': '#3FB3A1',
    'viz-2': '#5C8FCB',
    'viz-3': '#E6BC62',
    'viz-4': '#5F7478',
    'viz-ghost': '#33474B',
    'viz-grid': '#24363A',
  },
} as const;

export const elevation = {
  light: ['0 1px 2px rgba(18,38,36,.07)', '0 6px 20px -6px rgba(18,38,36,.18)', '0 20px 48px -12px rgba(18,38,36,.30)'],
  dark: ['0 1px 2px rgba(0,0,0,.4)', '0 6px 20px -6px rgba(0,0,0,.6)', '0 20px 48px -12px rgba(0,0,0,.75)'],
} as const;

/** Type sizes as `size/line` in px. */
export const type = {
  xs: '12px/18px', sm: '13px/20px', md: '14px/22px', lg: '16px/26px', xl: '18px/28px',
  h3: '20px/30px', h2: '24px/34px', h1: '30px/42px', display: '40px/54px', hall: '64px/80px', 'hall-code': '136px/148px',
} as const;

/** Space steps; the number is the name, the value px. */
export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 8: 32, 10: 40, 12: 48, 16: 64 } as const;

export const radius = { xs: '4px', sm: '6px', md: '10px', lg: '16px', pill: '999px' } as const;

export const fonts = {
  text: "'Be Vietnam Pro',system-ui,sans-serif",
  num: "'Halong Num','Be Vietnam Pro',system-ui,sans-serif",
  paper: "'Tinos','Times New Roman',serif",
} as const;

export const motion = { fast: '120ms', base: '180ms', slow: '260ms', ease: 'cubic-bezier(.2,.7,.2,1)' } as const;
