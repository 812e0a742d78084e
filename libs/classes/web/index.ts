export { ClassHeader, ClassTabs, classTabs, type ClassTab } from './training-class/class-header.tsx';
export { classStateLooks } from './training-class/class-state.ts';
