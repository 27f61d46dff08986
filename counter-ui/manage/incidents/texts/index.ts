// The texts about what went wrong with the server as a function: `x('title')`.
import { makeTexts } from '../../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const x = makeTexts({ id, en })
