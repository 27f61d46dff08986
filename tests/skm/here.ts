// The survey's files without their process: the same writing, in the test's own. Loaded with the first file.
import { join } from 'node:path'
import type { SkmWriter } from '../../server/skm/writer.ts'

const fonts = [join(import.meta.dirname, '../../server/slip/fonts')]
const write = async () => (await import('../../server/skm/document.ts')).written

export const skmWriter: SkmWriter = {
  isBusy: () => false,
  document: async (report, language, made) =>
    (await write())({ do: 'document', report, language, made, fonts }),
  table: async (question) => (await write())({ do: 'table', ...question }),
  close: () => {},
}
