// The reception's texts as a function: `r('issue')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const r = makeTexts({ id, en })
