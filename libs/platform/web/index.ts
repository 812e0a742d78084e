export { Boundary } from './boundary.tsx';
export { addressOf, call, onSignedOut, ProblemError, saveFile, speak } from './client.ts';
export { useDraft } from './draft.ts';
export { addDays, dayOf, formatDay, formatInstant, formatLongDay, formatNumber, formatPercent, formatShortDay, formatTime } from './format.ts';
export { LanguageProvider, useLanguage, useTexts } from './language.tsx';
export { useOnline } from './online.ts';
export { createQueryClient, keyOf, useMutationOf, useQueryOf } from './query.ts';
export { closeSocket, renewSocket, sendSocket, useWatch, watchConnection, watchPulse } from './realtime.ts';
export { serverNow, serverTimeOf, serverToday, useNow, useToday } from './server-clock.ts';
