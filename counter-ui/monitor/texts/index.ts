// The texts of the monitor, as a function: `monitorText('title')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const monitorText = makeTexts({ id, en })
