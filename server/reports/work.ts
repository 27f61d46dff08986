// The work of the reports' process: answers one question after the other over what is in the data folder, which it opens
// with the first.
import { DataDirError } from '../store/errors.ts'
import { type FiguresStore, openFigures } from '../store/figures.ts'
import type { MonthText, Question } from './question.ts'
import { makeReports, type Reports, UnknownId } from './reports.ts'
import { TooManyRows } from './steps.ts'
import { tableAsCsv, writeTables } from '../sheets/table-file.ts'

/** The answer to a question: text as it is sent, a file, or why there is none. */
export type Reply =
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
  /** The parts of a month’s report; `rough`: how many days have no facts yet. */
  | { readonly parts: readonly MonthText[]; readonly rough: number }
  | { readonly refused: 'too-many-rows' }
  | { readonly refused: `unknown-${'service' | 'agency' | 'counter' | 'zone'}`; readonly about: string }

export interface ReportsWork {
  /** @throws where the journal cannot be read, and once `signal` is aborted */
  answer(question: Question, signal: AbortSignal): Promise<Reply>
  close(): void
}

/** @param dataDir the folder with the journal */
export function reportsWork(dataDir: string): ReportsWork {
  let opened: { readonly store: FiguresStore; readonly reports: Reports } | null = null

  function open() {
    const store = openFigures(dataDir)
    return { store, reports: makeReports(store) }
  }

  return {
    async answer(question, signal) {
      try {
        opened ??= open()
        const answer = await opened.reports.answer(question, signal)
        if ('json' in answer) return { text: answer.json }
        if ('text' in answer || 'parts' in answer) return answer
        const { title, sheets, as, chosen } = answer.table
        if (as === 'xlsx') return { bytes: await writeTables(title, sheets) }
        const sheet = sheets[chosen] ?? sheets[0]
        return { text: sheet ? tableAsCsv(sheet) : '' }
      } catch (error) {
        if (error instanceof TooManyRows) return { refused: 'too-many-rows' }
        if (error instanceof UnknownId) return { refused: `unknown-${error.kind}`, about: error.id }
        // What was followed may be half done: the next question starts over.
        if (!signal.aborted) close()
        throw error instanceof DataDirError ? new Error(error.code) : error
      }
    },
    close,
  }

  function close(): void {
    opened?.store.close()
    opened = null
  }
}
