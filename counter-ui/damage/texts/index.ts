// Its texts as a function: `d('missing', …)`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const d = makeTexts({ id, en })
