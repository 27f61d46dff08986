// Spreadsheets without their process: the same reading and writing, in the test's own. Loaded with the first file.
import type { Sheets } from '../../server/sheets/sheets.ts'

export const sheets: Sheets = {
  isBusy: () => false,
  write: async (question) => (await import('../../server/sheets/file.ts')).writeFile(question),
  read: async (question) => (await import('../../server/sheets/file.ts')).readFile(question),
  close: () => {},
}
