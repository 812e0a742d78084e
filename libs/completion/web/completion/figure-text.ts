import { figureTexts, type CompletionLeafItem } from '@halong/completion/contract';
import { enrolmentStateNames, enrolmentStates } from '@halong/enrolment/contract';
import { fillText, type Language } from '@halong/platform/contract';
import { formatNumber } from '@halong/platform/web';

type Figure = CompletionLeafItem['needed'];

/** A state of enrolment travels as its name in the code; what people wrote stays as it is. */
function wordOf({ code, text }: Figure, language: Language): string {
  const state = code === 'ENROLMENT_STATE' && enrolmentStates.find((one) => one === text);
  return state ? enrolmentStateNames[state][language] : (text ?? '');
}

/** What is needed, or what is there, as people read it: "vắng không quá 4 tiết", "7,5 điểm". */
export function figureText(figure: Figure, language: Language): string {
  const number = figure.number === null ? '–' : formatNumber(figure.number, language);
  return fillText(figureTexts[figure.code][language], { number, text: wordOf(figure, language) });
}
