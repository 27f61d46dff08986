// What parts say that stand on several pages, as a function: `s('whyPaperOut')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const s = makeTexts({ id, en })
