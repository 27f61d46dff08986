// The texts of the reports’ page, as a function: `reportsText('title')`.
import { isKey, makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const reportsText = makeTexts({ id, en })

/** Whether there is a text for a code from the server, such as `mark.opening`. */
export const isReportsKey = <Key extends string>(key: Key): key is Key & keyof typeof id => isKey(id, key)
