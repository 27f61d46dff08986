// The first page's texts as a function.
import { makeTexts } from '../../i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const homeText = makeTexts({ id, en })
