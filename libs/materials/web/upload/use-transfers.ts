import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentView } from '@halong/materials/contract';
import { Transfer, type TransferOptions } from './transfer.ts';
import type { TransferState } from './transfer.rules.ts';

export interface TransferRow {
  key: number;
  transfer: Transfer;
  state: TransferState;
}

/** The files of one place, sent side by side; leaving the page stops them, choosing them again goes on. */
export function useTransfers(onReady: (document: DocumentView) => void) {
  const [rows, setRows] = useState<TransferRow[]>([]);
  const next = useRef(0);
  const ready = useRef(onReady);
  const open = useRef(new Set<Transfer>());
  useEffect(() => {
    ready.current = onReady;
  }, [onReady]);
  useEffect(() => {
    const transfers = open.current;
    return () => transfers.forEach((transfer) => transfer.leave());
  }, []);

  const add = useCallback((files: readonly File[], options: Omit<TransferOptions, 'onState'>) => {
    const added = files.map((file): TransferRow => {
      next.current += 1;
      const key = next.current;
      const transfer = new Transfer(file, { ...options, onState: (state) => {
        setRows((known) => known.map((row) => (row.key === key ? { ...row, state } : row)));
        if (state.step === 'READY') ready.current(state.document);
      } });
      open.current.add(transfer);
      return { key, transfer, state: { step: 'WAITING', sent: 0 } };
    });
    setRows((known) => [...known, ...added]);
    for (const { transfer } of added) void transfer.start();
  }, []);

  const remove = useCallback((row: TransferRow) => {
    if (row.state.step !== 'READY' && row.state.step !== 'FAILED') void row.transfer.cancel();
    open.current.delete(row.transfer);
    setRows((known) => known.filter(({ key }) => key !== row.key));
  }, []);

  return { rows, add, remove };
}
