// The texts that the pages of staff share, as a function: `staffText('username')`.
import { makeTexts } from '../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const staffText = makeTexts({ id, en })
