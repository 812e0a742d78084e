export {
  classCompletionTopic, completionItem, completionLeaf, completionRoutes, completionTopic, completionTree, enrolmentCompletion, figure, overviewTopic, unitLedgerTopic,
  type CompletionItem, type CompletionLeafItem, type CompletionTreeItem, type EnrolmentCompletion,
} from './completion.ts';
export {
  completionGroupNames, figureCodes, figureTexts, leafLabels, leafScreens, sourceNames, sourceTypes, verdictNames, verdicts, whoNames, whyCodes, whyTexts, type Verdict,
} from './completion.texts.ts';
export { ledgerEntryState, ledgerStates, lightNames, lights, outlookNames, outlooks, yearFigures, type Light, type Outlook, type YearFigures } from './ledger.ts';
