// What is said of a zone's equipment as a function: `e('title')`.
import { makeTexts } from '../../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const e = makeTexts({ id, en })
