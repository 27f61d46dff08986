// The manager's texts as a function: `m('devices')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const m = makeTexts({ id, en })
